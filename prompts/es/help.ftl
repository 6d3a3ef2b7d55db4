# Respuestas a preguntas. A cada una le sigue la misma pregunta de antes.

helped-general = Tomo los datos de la tarjeta uno por uno: el nombre, el número, la fecha de vencimiento y el código de seguridad. Puede cambiar cualquier dato, hacer preguntas, hablar con una persona o cancelar cuando quiera.

helped-why_name = El nombre se transmite al servicio de pagos junto con la tarjeta, para que el banco pueda reconocerla.
helped-why_card = El número indica al servicio de pagos qué tarjeta usar. Se guarda cifrado y solo hasta que se ha entregado.
helped-why_expiry = El banco usa la fecha de vencimiento, junto con el número, para reconocer la tarjeta.
helped-why_cvv = El código de seguridad ayuda a mostrar que usted tiene la tarjeta. Se usa una vez y no se guarda nunca.

helped-what_name = El nombre que necesito es el que está impreso en la tarjeta, aunque no sea el suyo.
helped-what_card = El número de la tarjeta es el número largo, que suele estar en la parte delantera; en algunas tarjetas está en el reverso.
helped-what_expiry = La fecha de vencimiento es el mes y el año hasta los que sirve la tarjeta; suele llevar al lado "válida hasta", "vence" o "valid thru".
helped-what_cvv = { $code_length ->
    [three] El código de seguridad (CVV o CVC) son los tres dígitos impresos en el reverso de la tarjeta, junto al espacio para la firma.
    [four] El código de seguridad (CID) son los cuatro dígitos impresos en la parte delantera de la tarjeta, encima del número.
   *[unknown] El código de seguridad (CVV o CVC) son tres dígitos en el reverso de la tarjeta, o cuatro en la parte delantera de una tarjeta American Express.
}

helped-why_declined = Eso lo decide el banco que emitió la tarjeta, y a mí no me dice el motivo: a usted sí puede decírselo.

helped-safety = El número de su tarjeta está cifrado dondequiera que se guarde, y solo durante minutos; el código de seguridad no se guarda nunca. Cuando el servicio de pagos tiene su tarjeta, yo conservo solo el nombre y, de la tarjeta, la referencia, la marca, los cuatro últimos dígitos y la fecha de vencimiento.

helped-brands = Puede usar estas tarjetas: { $accepted }.

helped-pin = No, y por favor no comparta nunca su PIN con nadie. Solo necesito lo que está impreso en la tarjeta.
helped-payment = { $has_payment ->
    [yes] { $has_payee ->
        [yes] { $has_description ->
            [yes] El importe es { $amount }, a favor de { $payee }, por { $description }.
           *[no] El importe es { $amount }, a favor de { $payee }.
        }
       *[no] { $has_description ->
            [yes] El importe es { $amount }, por { $description }.
           *[no] El importe es { $amount }.
        }
    } { $is_charging ->
        [yes] Solo se cobra después de que usted lo haya revisado todo y haya dicho que sí.
       *[no] Aquí no se cobra: yo solo registro la tarjeta.
    }
   *[no] Aquí no hay ningún importe que pagar: solo registro la tarjeta y ahora no se cobra nada.
}

identity = Soy un asistente automático, no una persona. Puede hablar con una persona aquí: { $contact }.

privacy = Uso su tarjeta solo para este pago. Su número se guarda cifrado unos minutos como máximo y ya no está cuando usted llega a la revisión. Su código de seguridad no se guarda nunca. El resto de esta conversación caduca poco después de terminar, y de un pago queda constancia; para que se borre algo antes, pregunte a { $contact }.
