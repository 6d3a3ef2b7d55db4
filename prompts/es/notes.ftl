# Lo que se dice antes de la pregunta. Cada nota debe leerse bien sola y entre otras.

welcome = { $is_demonstration ->
    [yes] Esto es una demostración, así que no se mueve dinero. Solo funcionan números de tarjeta de prueba publicados, como 4242 cuatro veces seguidas.
   *[no] Le damos la bienvenida.
} { $has_payment ->
    [yes] { $has_description ->
        [yes] { $has_payee ->
            [yes] Le guiaré en su pago de { $amount } a { $payee } por { $description }.
           *[no] Le guiaré en su pago de { $amount } por { $description }.
        }
       *[no] { $has_payee ->
            [yes] Le guiaré en su pago de { $amount } a { $payee }.
           *[no] Le guiaré en su pago de { $amount }.
        }
    }
   *[no] Le pediré los datos de su tarjeta paso a paso.
}

greeted = ¡Hola de nuevo!

accepted = { $fields ->
    [none] Gracias.
    [name] Anotado: el nombre de la tarjeta es { $name }.
    [card] { $has_card ->
        [yes] Gracias, ya tengo su tarjeta { $brand } terminada en { $last4 }.
       *[no] Gracias, ya tengo el número de la tarjeta.
    }
    [expiry] Gracias. La tarjeta vence en { $expiry }.
    [name-card] { $has_card ->
        [yes] Anotado: el nombre de su tarjeta { $brand } terminada en { $last4 } es { $name }.
       *[no] Anotado: ya tengo el número, y el nombre de la tarjeta es { $name }.
    }
    [name-expiry] Anotado: el nombre de la tarjeta es { $name } y vence en { $expiry }.
    [card-expiry] { $has_card ->
        [yes] Gracias, ya tengo su tarjeta { $brand } terminada en { $last4 }. Vence en { $expiry }.
       *[no] Gracias, ya tengo el número de la tarjeta. Vence en { $expiry }.
    }
   *[name-card-expiry] { $has_card ->
        [yes] Anotado: el nombre de su tarjeta { $brand } terminada en { $last4 } es { $name } y vence en { $expiry }.
       *[no] Anotado: ya tengo el número, el nombre de la tarjeta es { $name } y vence en { $expiry }.
    }
}

changed = { $fields ->
    [none] De acuerdo.
    [name] Cambié el nombre.
    [card] { $has_card ->
        [yes] Cambié la tarjeta. Ahora es su tarjeta { $brand } terminada en { $last4 }.
       *[no] Cambié el número de la tarjeta.
    }
    [expiry] Cambié la fecha de vencimiento.
    [name-card] { $has_card ->
        [yes] Cambié el nombre y la tarjeta. Ahora es su tarjeta { $brand } terminada en { $last4 }.
       *[no] Cambié el nombre y el número de la tarjeta.
    }
    [name-expiry] Cambié el nombre y la fecha de vencimiento.
    [card-expiry] { $has_card ->
        [yes] Cambié la tarjeta y su fecha de vencimiento. Ahora es su tarjeta { $brand } terminada en { $last4 }.
       *[no] Cambié el número de la tarjeta y la fecha de vencimiento.
    }
   *[name-card-expiry] { $has_card ->
        [yes] Cambié el nombre, la tarjeta y su fecha de vencimiento. Ahora es su tarjeta { $brand } terminada en { $last4 }.
       *[no] Cambié el nombre, el número de la tarjeta y la fecha de vencimiento.
    }
}

rejected-name-empty = En ese mensaje no hay ningún nombre.
rejected-name-looks_like_card = Eso parece un número, no un nombre.
rejected-name-not_a_name = No encontré un nombre en ese mensaje.
rejected-name-too_long = Eso es demasiado largo para un nombre de tarjeta.

rejected-card-no_digits = No encontré ningún número de tarjeta en ese mensaje.
rejected-card-too_short = { $is_known ->
    [no] Ese número es demasiado corto para una tarjeta. Parece que faltan dígitos.
   *[yes] Parece una tarjeta { $brand_read }, pero el número es demasiado corto. Parece que faltan dígitos.
}
rejected-card-too_long = { $is_known ->
    [no] Ese número es demasiado largo para una tarjeta. Parece que sobran dígitos.
   *[yes] Parece una tarjeta { $brand_read }, pero el número es demasiado largo. Parece que sobran dígitos.
}
rejected-card-mistyped = { $is_known ->
    [no] Esos dígitos no forman un número de tarjeta. Puede que uno esté mal escrito o que dos estén cambiados de lugar.
   *[yes] Parece una tarjeta { $brand_read }, pero los dígitos no están bien. Puede que uno esté mal escrito o que dos estén cambiados de lugar.
}
rejected-card-brand_not_accepted = { $is_known ->
    [no] No conozco ese tipo de tarjeta. Puede usar { $accepted }.
   *[yes] Aquí no se pueden usar tarjetas { $brand_read }. Puede usar { $accepted }.
}
rejected-card-demonstration = Esto es una demostración, así que no guardé ese número. Aquí solo funcionan números de tarjeta de prueba publicados, como 4242 cuatro veces seguidas. Por favor, no envíe una tarjeta real.

rejected-expiry-past = Esa fecha ya pasó. Por favor, revísela o use otra tarjeta.
rejected-expiry-too_far = Ese año queda demasiado lejos para una tarjeta. Por favor, revíselo.
rejected-expiry-no_such_month = Ese mes no existe. El mes va primero, del 01 al 12.
rejected-expiry-unreadable = No encontré un mes y un año en ese mensaje.

rejected-cvv-three_wanted = El código de seguridad de esta tarjeta tiene tres dígitos.
rejected-cvv-four_wanted = El código de seguridad de esta tarjeta tiene cuatro dígitos.
rejected-cvv-none_on_card = Aquí no se puede usar una tarjeta sin código de seguridad. Si la suya lo lleva, son tres dígitos en el reverso, o cuatro en el frente de una tarjeta American Express.

kept_old = { $field ->
    [name] Conservo el nombre que me dio antes.
    [card] Conservo la tarjeta que me dio antes.
    [expiry] Conservo la fecha que me dio antes.
   *[cvv] Lo demás no ha cambiado.
}

which_one = { $field ->
    [name] Veo más de un nombre. Por favor, envíe solo el de la tarjeta.
    [card] Veo más de un número de tarjeta. Por favor, envíe solo el correcto.
    [expiry] Veo más de una fecha. Por favor, envíe solo la de vencimiento de la tarjeta.
   *[cvv] Veo más de un código. Por favor, envíe solo el de seguridad.
}

gathered = { $count ->
    [one] Por ahora tengo un dígito del número.
   *[other] Por ahora tengo { $digits } dígitos del número.
}

cvv_not_kept = { $is_review ->
    [yes] Los códigos de seguridad no se guardan nunca. El suyo ya se usó y no lo necesito otra vez.
   *[no] Los códigos de seguridad no se guardan nunca, así que le pediré el suyo al final.
}

card_again = { $dropped ->
    [changed] Por su seguridad ya no tengo el número de la tarjeta, así que después de un cambio necesito su tarjeta otra vez.
    [declined] Ya no tengo los datos de esa tarjeta, así que necesito los de la tarjeta que quiera usar.
    [too_old] Solo guardo los números de tarjeta por poco tiempo, así que necesito el suyo otra vez.
    [unreadable] Lo siento, no pude recuperar de forma segura los datos de su tarjeta, así que los necesito otra vez.
   *[restarted] De acuerdo, empezamos de nuevo. Borré lo que me dio.
}

simpler = Se lo digo en pocas palabras.

not_understood = Lo siento, no entendí ese mensaje.

no_answer = Eso no puedo responderlo aquí, pero una persona sí: { $contact }.

stands = { $step ->
    [name] { $is_charging ->
        [yes] Hasta ahora no se ha cobrado nada aquí. Todavía estoy pidiendo los datos de su tarjeta.
       *[no] Todavía estoy pidiendo los datos de su tarjeta. Aquí no se cobra nada.
    }
    [card] { $is_charging ->
        [yes] Hasta ahora no se ha cobrado nada aquí. Tengo el nombre, y lo siguiente es el número de la tarjeta.
       *[no] Tengo el nombre, y lo siguiente es el número de la tarjeta. Aquí no se cobra nada.
    }
    [expiry] { $is_charging ->
        [yes] Hasta ahora no se ha cobrado nada aquí. Tengo el nombre y el número, y lo siguiente es la fecha de vencimiento.
       *[no] Tengo el nombre y el número, y lo siguiente es la fecha de vencimiento. Aquí no se cobra nada.
    }
    [cvv] { $is_charging ->
        [yes] Hasta ahora no se ha cobrado nada aquí. Solo falta el código de seguridad para que pueda revisarlo todo.
       *[no] Solo falta el código de seguridad para que pueda revisarlo todo. Aquí no se cobra nada.
    }
    [confirm] { $is_charging ->
        [yes] Hasta ahora no se ha cobrado nada aquí. Solo se cobrará si usted responde que sí a lo que sigue.
       *[no] Su tarjeta todavía no está registrada. Solo la registraré si usted responde que sí a lo que sigue.
    }
    [processing] { $is_settled ->
        [yes] Acabo de consultarlo.
       *[no] Acabo de consultarlo y todavía no hay resultado.
    }
    [authenticating] { $is_settled ->
        [yes] Acabo de consultarlo.
       *[no] Todavía no está completo. Que yo sepa, no se ha cobrado nada.
    }
    [complete] { $is_charging ->
        [yes] En esta conversación se realizó un pago.
       *[no] Su tarjeta quedó registrada y no se cobró nada.
    }
   *[cancelled] En esta conversación no se realizó ningún pago.
}

handoff = Puede hablar con una persona aquí: { $contact }.

other_way = { $has_ways ->
    [yes] También puede pagar de otra manera: { $other_ways }.
   *[no] Solo puedo ofrecerle el pago con tarjeta. Quizá una persona conozca otra manera: { $contact }.
}

apologised = Lamento las molestias y le agradezco la paciencia.

already = { $held ->
    [none] En este momento no tengo el nombre ni el número de la tarjeta.
    [name] Tengo el nombre.
    [card] Tengo la tarjeta.
    [expiry] Tengo la fecha de vencimiento.
    [name-card] Tengo el nombre y la tarjeta.
    [name-expiry] Tengo el nombre y la fecha de vencimiento.
    [card-expiry] Tengo la tarjeta y la fecha de vencimiento.
   *[name-card-expiry] Tengo el nombre, la tarjeta y la fecha de vencimiento.
} { $dropped ->
    [none] { "" }
    [changed] Borré los datos de la tarjeta cuando se hizo un cambio.
    [declined] Borré los datos de la tarjeta cuando fue rechazada.
    [too_old] Borré el número de la tarjeta porque solo lo guardo por poco tiempo.
    [unreadable] Perdí los datos de la tarjeta porque no pude recuperarlos de forma segura.
   *[restarted] Borré todo cuando empezamos de nuevo.
} { $is_code ->
    [yes] El código de seguridad no se guarda nunca, así que lo necesito cada vez.
   *[no] { "" }
}

waiting = Tómese su tiempo.

refused = { $is_again ->
    [yes] { $has_ways ->
        [yes] La decisión es suya, pero sin ese dato no puedo continuar. Puede pagar de otra manera ({ $other_ways }), hablar con una persona ({ $contact }) o responder «cancelar».
       *[no] La decisión es suya, pero sin ese dato no puedo continuar. Puede hablar con una persona ({ $contact }) o responder «cancelar».
    }
   *[no] { $field ->
        [name] Lo entiendo. El nombre se envía al servicio de pagos junto con la tarjeta, y no lo uso para nada más.
        [card] Lo entiendo. Sin su número no se puede usar la tarjeta. Nunca muestro más que los cuatro últimos dígitos.
        [expiry] Lo entiendo. El banco necesita la fecha de vencimiento para reconocer la tarjeta.
       *[cvv] Lo entiendo. El código de seguridad ayuda a mostrar que usted tiene la tarjeta. Se usa una vez y no se guarda nunca.
    }
}

welcomed = No hay de qué.

farewell = Hasta luego.

language_set = De acuerdo, seguimos en español.

language_unknown = Lo siento, por ahora solo hablo inglés y español.

change_what = Puede cambiar cualquier dato. Envíe el nuevo nombre, número de tarjeta o fecha de vencimiento.

value_wanted = Eso lo vemos después.

yes_unclear = Para evitar errores, no seguí adelante. Por favor, revíselo otra vez.

near_bound = { $has_ways ->
    [yes] Si esto no funciona, puede pagar de otra manera ({ $other_ways }) o hablar con una persona: { $contact }.
   *[no] Si esto no funciona, puede hablar con una persona: { $contact }.
}

refusing = { $refusal ->
    [change] El pago ya está en camino, así que no puedo cambiar nada hasta conocer el resultado.
    [restart] El pago ya está en camino, así que no podemos empezar de nuevo hasta conocer el resultado.
   *[done] Esto ya está hecho, así que aquí no puedo cambiarlo ni deshacerlo.
}

cancel_asked = { $is_settled ->
    [yes] Pedí que se cancele.
   *[no] Pedí que se cancele. Puede que ya sea tarde para eso.
}

voided = Está cancelado y no se cobró nada.

declined = { $decline ->
    [number] La tarjeta no se aceptó porque el banco no reconoce el número. No se cobró nada.
    [expiry] La tarjeta no se aceptó por la fecha de vencimiento. No se cobró nada.
    [cvv] La tarjeta no se aceptó por el código de seguridad. También puede deberse a la fecha de vencimiento. No se cobró nada.
    [try_again] Esta vez no se pudo completar y no se cobró nada. Es posible que la misma tarjeta funcione en otro intento.
    [other_card] Esta tarjeta no se aceptó y no se cobró nada. Es posible que otra tarjeta funcione.
    [authentication] El pago no se confirmó con el banco, así que no se cobró nada.
    [duplicate] El banco lo tomó por un pago que ya se había hecho, así que ahora no se cobró nada.
    [paid_before] El banco lo tomó por un segundo pago, así que ahora no se cobró nada.
   *[plain] La tarjeta se rechazó y no se cobró nada.
}

paid_after_all = Esto ya se había realizado cuando llegó la cancelación.

gateway_down = { $is_code ->
    [yes] Lo siento, no pude comunicarme con el servicio de pagos. Es un error nuestro. No se cobró nada. Solo necesito otra vez el código de seguridad, porque no se guarda nunca.
   *[no] Lo siento, no pude comunicarme con el servicio de pagos. Es un error nuestro. No se cobró nada y no se perdió nada de lo que me dio.
}

our_fault = Lo siento, este pago no se pudo realizar. Es un error nuestro, no suyo ni de su tarjeta. No se cobró nada. Una persona puede ayudarle: { $contact }.

unsure = Todavía no sé si esto se realizó, porque el servicio de pagos no ha respondido. Por favor, mientras tanto no vuelva a pagar por otro medio.

order_busy = Este pedido se está pagando en otra conversación en este momento, así que aquí no cobré nada. Si ese pago no se completa, todavía puede pagarlo aquí.

paused = Los pagos nuevos están en pausa por unos minutos, así que no cobré nada. Por favor, vuelva a intentarlo en unos diez minutos.

mandate = Si responde que sí, el servicio de pagos guarda su tarjeta. Más adelante se le podrá cobrar lo que haya acordado con el comercio. Puede retirar este permiso en cualquier momento: { $contact }.

rules_changed = Este servicio se actualizó desde que le mostré los datos. Por favor, revíselos otra vez.

automated = Soy un asistente automático.

back_to = { $field ->
    [name] De acuerdo, volvemos al nombre.
    [card] De acuerdo, volvemos al número de la tarjeta.
   *[expiry] De acuerdo, volvemos a la fecha de vencimiento.
}

date_too = La fecha de vencimiento va con la tarjeta, así que también la necesito otra vez.

kept = { $act ->
    [really_cancel] De acuerdo, no se canceló nada.
    [really_pay] De acuerdo, no se cobró nada.
   *[other] De acuerdo, todo queda como está.
}

sympathy = Lo siento mucho.

others_card = La tarjeta de otra persona solo puede usarse aquí con permiso del titular.

pressed = { $moved ->
    [nothing] No se ha cobrado nada. Si alguien le presiona para que pague, deténgase aquí. { $contact } o su banco pueden ayudarle.
   *[other] Si alguien le presionó para que pague, pida ayuda ahora: { $contact } o su banco.
}

minor = Pida al titular de la tarjeta, o a su padre o a su madre, que haga esto con usted.

not_me = { $moved ->
    [nothing] No se ha cobrado nada. Si usted no inició este pago, deténgase aquí. { $contact } o su banco pueden ayudarle.
   *[other] Si usted no hizo este pago, avise enseguida a su banco y a { $contact }.
}

claimed = { $claim ->
    [charged_twice] { $moved ->
        [paid] En esta conversación se hizo un solo cobro de { $amount }. Si usted ve dos, comuníquese con { $contact } e indique el número de recibo que sigue.
        [open] Este pago solo puede cobrarse una vez. Si usted ve dos cobros, comuníquese con { $contact }.
       *[nothing] En esta conversación no se ha cobrado nada. Si usted ve un cobro, comuníquese con { $contact }.
    }
    [wrong_amount] { $moved ->
        [paid] En esta conversación se cobró { $amount }, como se mostró antes de que usted dijera que sí. Si no es correcto, comuníquese con { $contact } e indique el número de recibo que sigue.
        [open] El monto que se está procesando es { $amount }. Si no es correcto, comuníquese con { $contact }.
       *[nothing] En esta conversación no se ha cobrado nada. Si el monto no es correcto, no lo pague y comuníquese con { $contact }.
    }
    [refund] { $moved ->
        [paid] Desde aquí no puedo devolver dinero. Comuníquese con { $contact } e indique el número de recibo que sigue.
        [open] Desde aquí no puedo devolver dinero. Cuando se conozca el resultado, { $contact } puede ayudarle.
       *[nothing] En esta conversación no se ha cobrado nada, así que no hay nada que devolver. Por otro pago, comuníquese con { $contact }.
    }
    [return] { $moved ->
        [paid] Desde aquí no puedo gestionar una devolución. Comuníquese con { $contact } e indique el número de recibo que sigue.
       *[other] Desde aquí no puedo gestionar una devolución. Comuníquese con { $contact }.
    }
   *[receipt] { $moved ->
        [paid] Desde aquí no puedo enviar correo. Para un recibo o una factura, comuníquese con { $contact } e indique el número de recibo que sigue.
       *[other] Muestro aquí un número de recibo cuando el pago está hecho. Para una factura o un envío por correo, comuníquese con { $contact }.
    }
}

bank_code = El código de su banco se escribe en la página del banco y en ningún otro lugar. No lo he guardado.

delayed = Lamento que esto esté tardando tanto.

not_again = Si este pago no se realizó, no volveré a intentarlo sin un nuevo sí de su parte.

pay_again = Este pago está hecho y no lo cobraré otra vez.
