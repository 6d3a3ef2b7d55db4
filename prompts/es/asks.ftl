# Lo que se pide al final de una respuesta.
#
# Selectors: $asked first, second, last; $brand_is the brand's wire name; $has_… and $is_… yes, no.
# Everything else in { $… } is a placeholder: it reaches the sentence as {…} and is filled afterwards.
# On the last ask the ways out are named, unless a note of the same reply has named them: then the second is used.

ask-name = { $asked ->
    [first] ¿Qué nombre figura en la tarjeta?
    [second] Escriba, por favor, el nombre tal como está impreso en la tarjeta, por ejemplo, María López.
   *[last] Escriba, por favor, solo el nombre impreso en la tarjeta, por ejemplo, María López. Si prefiere no seguir, diga cancelar o hable con una persona: { $contact }.
}

ask-card = { $asked ->
    [first] Escriba, por favor, el número de la tarjeta.
    [second] Escriba otra vez, por favor, el número completo de la tarjeta; puede usar espacios o guiones.
   *[last] Escriba, por favor, solo el número largo de la tarjeta, completo, con o sin espacios. Si prefiere no seguir, diga cancelar o hable con una persona: { $contact }.
}

ask-rest = Envíe, por favor, el resto del número.

ask-expiry = { $asked ->
    [first] ¿Cuándo vence la tarjeta (mes y año)?
    [second] Indique, por favor, la fecha de vencimiento con mes y año, por ejemplo, 09/31; está impresa cerca del número.
   *[last] Escriba, por favor, solo el mes y el año impresos en la tarjeta, por ejemplo, 09/31 o septiembre de 2031. Si prefiere no seguir, diga cancelar o hable con una persona: { $contact }.
}

ask-cvv = { $brand_is ->
    [amex] { $asked ->
        [first] ¿Cuál es el código de seguridad, es decir, los cuatro dígitos de la parte delantera de su tarjeta { $brand }?
        [second] Escriba, por favor, los cuatro dígitos pequeños impresos en la parte delantera de su tarjeta { $brand }, encima del número.
       *[last] Escriba, por favor, solo los cuatro dígitos impresos encima del número, en la parte delantera de su tarjeta { $brand }. Si prefiere no seguir, diga cancelar o hable con una persona: { $contact }.
    }
   *[other] { $asked ->
        [first] ¿Cuál es el código de seguridad, es decir, los tres dígitos del reverso de su tarjeta { $brand }?
        [second] Escriba, por favor, los tres últimos dígitos impresos en el reverso de su tarjeta { $brand }, junto al espacio para la firma.
       *[last] Escriba, por favor, solo los tres dígitos del reverso de su tarjeta { $brand }, junto al espacio para la firma. Si prefiere no seguir, diga cancelar o hable con una persona: { $contact }.
    }
}

# The review: one line each; a line that comes out empty is left out.
ask-review = { $is_charging ->
    [yes] Revise los datos antes de pagar, por favor:
   *[no] Revise los datos antes de registrar la tarjeta, por favor:
    }
    Nombre: { $name }
    Tarjeta: { $brand } •••• { $last4 }
    Vencimiento: { $expiry }
    { $is_charging ->
    [yes] Importe: { $amount }
   *[no] { "" }
    }
    { $has_payee ->
    [yes] A favor de: { $payee }
   *[no] { "" }
    }
    { $has_description ->
    [yes] Concepto: { $description }
   *[no] { "" }
    }
    { $is_charging ->
    [yes] ¿Cargo ahora { $amount } a esta tarjeta? Responda sí o no, o diga qué desea cambiar.
   *[no] ¿Registro esta tarjeta? Ahora no se cobra nada. Responda sí o no, o diga qué desea cambiar.
    }

ask-what_to_change = ¿Qué cambio: el nombre, el número de la tarjeta, la fecha de vencimiento o el código de seguridad? ¿O prefiere que cancele?

ask-really_cancel = ¿Pido que se cancele? Si es así, responda sí.

ask-processing = Se está procesando. Escríbame en un momento y volveré a consultarlo; no se puede cobrar nada dos veces.

ask-authenticate = Su banco quiere asegurarse de que es usted. Confírmelo en la página del banco y, después, vuelva aquí y escríbame: { $link }

ask-receipt = { $is_charged ->
    [yes] { $has_payee ->
        [yes] Pagado: { $amount } a { $payee }, con su tarjeta { $brand } •••• { $last4 }. Su número de recibo es { $receipt }.
       *[no] Pagado: { $amount }, con su tarjeta { $brand } •••• { $last4 }. Su número de recibo es { $receipt }.
    }
   *[no] Listo: su tarjeta { $brand } •••• { $last4 } ha quedado registrada y no se ha cobrado nada. Su referencia es { $token }.
}

ask-ended = { $reason ->
    [customer] Queda cancelado, como usted deseaba. No se ha cobrado nada y ya no guardo datos de su tarjeta; para intentarlo de nuevo, inicie otra conversación.
    [invalid_answers] Debo detenerme aquí, porque no logramos pasar de este punto. No se ha cobrado nada; una persona puede ayudarle: { $contact }.
    [no_progress] Debo detenerme aquí, porque no estábamos avanzando. No se ha cobrado nada; una persona puede ayudarle: { $contact }.
    [turns] Debo detenerme aquí, porque esta conversación se ha alargado demasiado. No se ha cobrado nada; una persona puede ayudarle: { $contact }.
    [corrections] Debo detenerme aquí, porque ha habido demasiados cambios. No se ha cobrado nada; una persona puede ayudarle: { $contact }.
    [attempts] Debo detenerme aquí, porque el pago se ha rechazado demasiadas veces. No se ha cobrado nada; una persona puede ayudarle: { $contact }.
    [cards] Debo detenerme aquí, porque se ha intentado con demasiadas tarjetas. No se ha cobrado nada; una persona puede ayudarle: { $contact }.
    [address] Debo detenerme aquí, porque desde donde usted está han fallado demasiados pagos en la última hora. No se ha cobrado nada; inténtelo más tarde, por favor, o hable con una persona: { $contact }.
    [order_paid] Este pedido ya está pagado, así que aquí no he cobrado nada. Si le sorprende, una persona puede ayudarle: { $contact }.
    [order_over] Este pedido ya no se puede pagar aquí: se ha agotado su plazo o se ha cambiado. No se ha cobrado nada; pida uno nuevo, por favor, o hable con una persona: { $contact }.
    [voided] Este pago no se completó y está cancelado. No se ha cobrado nada; una persona puede ayudarle: { $contact }.
   *[misconfigured] Lo siento: este servicio no puede aceptar tarjetas en este momento, y la culpa es nuestra. No se ha cobrado nada; una persona puede ayudarle: { $contact }.
}

ask-anew = Esta conversación ha terminado. Para empezar de nuevo, inicie otra, por favor.
