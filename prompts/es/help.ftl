# Respuestas a preguntas. A cada una le sigue la misma pregunta de antes.

helped-general = Le pido los datos de la tarjeta uno por uno. Son el nombre, el número, la fecha de vencimiento y el código de seguridad. Puede cambiar cualquier dato, hacer preguntas, hablar con una persona o cancelar cuando quiera.

helped-why_name = El nombre se envía al servicio de pagos junto con la tarjeta, para que el banco pueda reconocerla.
helped-why_card = El número indica al servicio de pagos qué tarjeta usar. Se guarda cifrado y solo hasta que se entrega.
helped-why_expiry = El banco usa la fecha de vencimiento, junto con el número, para reconocer la tarjeta.
helped-why_cvv = El código de seguridad ayuda a mostrar que usted tiene la tarjeta. Se usa una vez y no se guarda nunca.

helped-what_name = Necesito el nombre impreso en la tarjeta, aunque no sea el suyo.
helped-what_card = El número de la tarjeta es el número largo. Suele estar en el frente y, en algunas tarjetas, en el reverso.
helped-what_expiry = La fecha de vencimiento es el mes y el año en que vence la tarjeta. Suele llevar al lado «válida hasta», «vence» o «valid thru».
helped-what_cvv = { $code_length ->
    [three] El código de seguridad (CVV o CVC) son los tres dígitos impresos en el reverso de la tarjeta, junto al espacio para la firma.
    [four] El código de seguridad (CID) son los cuatro dígitos impresos en el frente de la tarjeta, encima del número.
   *[unknown] El código de seguridad (CVV o CVC) son tres dígitos en el reverso de la tarjeta, o cuatro en el frente de una tarjeta American Express.
}

helped-why_declined = Eso lo decidió su banco, y a mí no me dice el motivo. A usted sí puede decírselo.

helped-safety = El número de su tarjeta está cifrado dondequiera que se guarde, y solo durante minutos. El código de seguridad no se guarda nunca. Cuando el servicio de pagos ya tiene su tarjeta, yo conservo solo el nombre y, de la tarjeta, la referencia, la marca, los cuatro últimos dígitos y la fecha de vencimiento.

helped-brands = Puede usar estas tarjetas: { $accepted }.

helped-pin = No, y por favor no comparta nunca su PIN con nadie. Solo necesito lo que está impreso en la tarjeta.

helped-payment = { $has_payment ->
    [yes] { $has_payee ->
        [yes] { $has_description ->
            [yes] El monto es { $amount }, para { $payee }, por { $description }.
           *[no] El monto es { $amount }, para { $payee }.
        }
       *[no] { $has_description ->
            [yes] El monto es { $amount }, por { $description }.
           *[no] El monto es { $amount }.
        }
    } { $is_charging ->
        [yes] Solo se cobra después de que usted lo revise todo y diga que sí.
       *[no] Aquí no se cobra. Yo solo registro la tarjeta.
    }
   *[no] Aquí no hay ningún monto que pagar. Solo registro la tarjeta y ahora no se cobra nada.
}

# --- lo que se pregunta sobre el código, el dinero y la otra parte; cada respuesta dice lo que este servicio sabe, y no más
helped-worn = Si ya no se puede leer, necesitará otra tarjeta. Su banco puede reemplazar esta.

helped-fees = { $is_charging ->
    [yes] Cobro exactamente { $amount } y no agrego ninguna comisión. Solo su banco puede decirle si agrega una propia.
   *[no] Aquí no cobro nada ni agrego ninguna comisión. Yo solo registro la tarjeta.
}

helped-tax = { $is_charging ->
    [yes] Cobro exactamente { $amount } y no sé cuánto de eso son impuestos. Por favor, consulte a { $contact }.
   *[no] Aquí no se cobra nada y no sé nada de impuestos. Por favor, consulte a { $contact }.
}

helped-statement = No sé cómo aparecerá un pago en su estado de cuenta. Por favor, consulte a { $contact }.

helped-payee = { $has_payee ->
    [yes] Me indicaron que el pago es para { $payee }. Es todo lo que sé. Para saber más, por favor, consulte a { $contact }.
   *[no] No sé más sobre quién recibe el pago. Por favor, consulte a { $contact }.
}

helped-genuine = { $has_payee ->
    [yes] Desde aquí no puedo demostrarlo. Si tiene dudas, no pague todavía. Pregunte antes a { $payee } por un teléfono o sitio web que usted ya conozca.
   *[no] Desde aquí no puedo demostrarlo. Si tiene dudas, no pague todavía. Pregunte antes a quien le envió aquí por un teléfono o sitio web que usted ya conozca.
}

helped-deadline = { $has_order ->
    [yes] Este pedido se puede pagar hasta el { $until }. Esta conversación sigue abierta durante { $minutes } minutos después de su último mensaje.
   *[no] Esta conversación sigue abierta durante { $minutes } minutos después de su último mensaje. No conozco ningún otro plazo.
}

helped-later = { $has_order ->
    [yes] Un pago solo se cobra después de que usted diga que sí. Esta conversación sigue abierta durante { $minutes } minutos después de su último mensaje. El pedido se puede pagar hasta el { $until }.
   *[no] Un pago solo se cobra después de que usted diga que sí. Esta conversación sigue abierta durante { $minutes } minutos después de su último mensaje. Después puede iniciar otra.
}

identity = Soy un asistente automático, no una persona. Puede hablar con una persona aquí: { $contact }.

# Lo que dice una respuesta propia del operador (`--answers`).
own = { $answer }

privacy = Uso su tarjeta solo para este pago. Su número se guarda cifrado unos minutos como máximo y ya no está cuando usted llega a la revisión. Su código de seguridad no se guarda nunca. Su nombre se borra de aquí cuando todo está listo, y todo lo que me dio si usted cancela o empieza de nuevo. El resto de esta conversación caduca poco después de terminar. De cualquier pago se guarda un registro, sin su nombre ni su número de tarjeta. Para que algo se borre antes, consulte a { $contact }.
