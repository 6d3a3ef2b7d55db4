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
    [yes] Al pagar, usted confirma que puede usar esta tarjeta.
   *[no] Al registrarla, usted confirma que puede usar esta tarjeta.
    }
    { $is_charging ->
    [yes] ¿Cargo ahora { $amount } a esta tarjeta? Responda sí o no, o diga qué desea cambiar.
   *[no] ¿Registro esta tarjeta? Ahora no se cobra nada. Responda sí o no, o diga qué desea cambiar.
    }

ask-review_again = { $is_charging ->
    [yes] { $is_again ->
        [yes] No se ha cobrado nada. Para pagar { $amount } con { $brand } terminada en { $last4 }, escriba exactamente: pagar. Para cambiar algo, escriba: cambiar. Para terminar, escriba: detener.
       *[no] No se ha cobrado nada. ¿Paga { $amount } con { $brand } terminada en { $last4 }? Responda sí o no.
    }
   *[no] { $is_again ->
        [yes] Su tarjeta todavía no está registrada. Para registrar { $brand } terminada en { $last4 }, escriba exactamente: sí. Para cambiar algo, escriba: cambiar. Para terminar, escriba: detener.
       *[no] Su tarjeta todavía no está registrada. ¿Registro { $brand } terminada en { $last4 }? Responda sí o no.
    }
}

ask-what_to_change = ¿Qué cambio: el nombre, el número de la tarjeta, la fecha de vencimiento o el código de seguridad? ¿O prefiere que cancele?

# Questions about what cannot be undone. Each names the act and the words to answer with; asked again, the words to type.

ask-sure-cancel = { $is_again ->
    [yes] Para detener este pago, escriba exactamente: detener. Para continuar, escriba: seguir.
   *[no] ¿Desea detener este pago? Responda detener o seguir.
}

ask-sure-pay = { $is_charging ->
    [yes] { $is_again ->
        [yes] No se ha cobrado nada. Para pagar { $amount } con { $brand } terminada en { $last4 }, escriba exactamente: pagar. Si prefiere no hacerlo, escriba: detener.
       *[no] Solo para confirmar: ¿paga { $amount } con { $brand } terminada en { $last4 }? Responda pagar o detener.
    }
   *[no] { $is_again ->
        [yes] Su tarjeta todavía no está registrada. Para registrar { $brand } terminada en { $last4 }, escriba exactamente: sí. Si prefiere no hacerlo, escriba: detener.
       *[no] Solo para confirmar: ¿registro { $brand } terminada en { $last4 }? Responda sí o detener.
    }
}

ask-sure-restart = { $is_again ->
    [yes] Para borrar lo que me ha dado y empezar de nuevo, escriba exactamente: empezar de nuevo. Para continuar así, escriba: seguir.
   *[no] ¿Desea empezar de nuevo? Borraría lo que me ha dado. Responda empezar de nuevo o seguir.
}

ask-sure-back = { $field ->
    [name] { $is_again ->
        [yes] Para volver al nombre, escriba exactamente: volver. Para continuar así, escriba: seguir.
       *[no] ¿Desea volver al nombre? Responda volver o seguir.
    }
    [card] { $is_again ->
        [yes] Para volver al número de la tarjeta, escriba exactamente: volver. Para continuar así, escriba: seguir.
       *[no] ¿Desea volver al número de la tarjeta? Responda volver o seguir.
    }
   *[expiry] { $is_again ->
        [yes] Para volver a la fecha de vencimiento, escriba exactamente: volver. Para continuar así, escriba: seguir.
       *[no] ¿Desea volver a la fecha de vencimiento? Responda volver o seguir.
    }
}

ask-sure-change = { $field ->
    [name] { $is_again ->
        [yes] Para cambiar el nombre, escriba exactamente: cambiar el nombre. Para dejarlo así, escriba: seguir.
       *[no] ¿Desea cambiar el nombre? Responda cambiar el nombre o seguir.
    }
    [card] { $is_again ->
        [yes] Para cambiar el número de la tarjeta, escriba exactamente: cambiar la tarjeta. Para dejarlo así, escriba: seguir.
       *[no] ¿Desea cambiar el número de la tarjeta? Responda cambiar la tarjeta o seguir.
    }
    [expiry] { $is_again ->
        [yes] Para cambiar la fecha de vencimiento, escriba exactamente: cambiar la fecha. Para dejarla así, escriba: seguir.
       *[no] ¿Desea cambiar la fecha de vencimiento? Responda cambiar la fecha o seguir.
    }
   *[cvv] { $is_again ->
        [yes] Para cambiar el código de seguridad, escriba exactamente: cambiar el código. Para dejarlo así, escriba: seguir.
       *[no] ¿Desea cambiar el código de seguridad? Responda cambiar el código o seguir.
    }
}

ask-sure-which = { $is_review ->
    [yes] { $is_again ->
        [yes] Todavía no se ha hecho nada. Escriba exactamente una de estas palabras: pagar, cambiar, detener.
       *[no] ¿Desea pagar, cambiar algo o detener el pago?
    }
   *[no] { $is_again ->
        [yes] Todavía no se ha hecho nada. Escriba exactamente una de estas palabras: seguir, cambiar, detener.
       *[no] ¿Desea seguir, cambiar algo o detener el pago?
    }
}

ask-sure-permission = { $is_again ->
    [yes] Necesito saber si el titular está de acuerdo. Escriba exactamente: sí, o: no.
   *[no] ¿Tiene permiso del titular para usar esta tarjeta? Responda sí o no.
}

ask-sure-resume = { $is_again ->
    [yes] No se ha cobrado nada. Para ver el pago, escriba exactamente: seguir. Para terminar, escriba: detener.
   *[no] Para ver el pago, responda seguir. Para terminar, responda detener.
}

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
    [customer] He cancelado el pago. No se ha cobrado nada y he borrado los datos de su tarjeta. Para intentarlo de nuevo, inicie otra conversación.
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
