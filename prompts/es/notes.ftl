# Lo que se dice antes de la pregunta. Cada nota debe leerse bien sola y entre otras.

welcome = { $is_demonstration ->
    [yes] Esto es una demostración: no se mueve dinero y solo funcionan números de tarjeta de prueba publicados, como 4242 cuatro veces seguidas.
   *[no] Le damos la bienvenida.
} { $has_payment ->
    [yes] { $has_description ->
        [yes] { $has_payee ->
            [yes] Le guiaré en su pago de { $amount } a favor de { $payee } por { $description }.
           *[no] Le guiaré en su pago de { $amount } por { $description }.
        }
       *[no] { $has_payee ->
            [yes] Le guiaré en su pago de { $amount } a favor de { $payee }.
           *[no] Le guiaré en su pago de { $amount }.
        }
    }
   *[no] Tomaré los datos de su tarjeta, paso a paso.
}

greeted = ¡Hola de nuevo!

accepted = { $fields ->
    [none] Gracias.
    [name] Gracias.
    [card] { $has_card ->
        [yes] Gracias, es su tarjeta { $brand } terminada en { $last4 }.
       *[no] Gracias, ya tengo el número de la tarjeta.
    }
    [expiry] Gracias, ya tengo la fecha.
    [name-card] { $has_card ->
        [yes] Gracias, ya tengo el nombre y su tarjeta { $brand } terminada en { $last4 }.
       *[no] Gracias, ya tengo el nombre y el número de la tarjeta.
    }
    [name-expiry] Gracias, ya tengo el nombre y la fecha de vencimiento.
    [card-expiry] { $has_card ->
        [yes] Gracias, ya tengo su tarjeta { $brand } terminada en { $last4 } y su fecha de vencimiento.
       *[no] Gracias, ya tengo el número de la tarjeta y la fecha de vencimiento.
    }
   *[name-card-expiry] { $has_card ->
        [yes] Gracias, ya tengo el nombre, su tarjeta { $brand } terminada en { $last4 } y su fecha de vencimiento.
       *[no] Gracias, ya tengo el nombre, el número de la tarjeta y la fecha de vencimiento.
    }
}

changed = { $fields ->
    [none] De acuerdo.
    [name] He cambiado el nombre.
    [card] { $has_card ->
        [yes] He cambiado la tarjeta: ahora es su tarjeta { $brand } terminada en { $last4 }.
       *[no] He cambiado el número de la tarjeta.
    }
    [expiry] He cambiado la fecha de vencimiento.
    [name-card] { $has_card ->
        [yes] He cambiado el nombre y la tarjeta: ahora es su tarjeta { $brand } terminada en { $last4 }.
       *[no] He cambiado el nombre y el número de la tarjeta.
    }
    [name-expiry] He cambiado el nombre y la fecha de vencimiento.
    [card-expiry] { $has_card ->
        [yes] He cambiado la tarjeta y su fecha de vencimiento: ahora es su tarjeta { $brand } terminada en { $last4 }.
       *[no] He cambiado el número de la tarjeta y la fecha de vencimiento.
    }
   *[name-card-expiry] { $has_card ->
        [yes] He cambiado el nombre, la tarjeta y su fecha de vencimiento: ahora es su tarjeta { $brand } terminada en { $last4 }.
       *[no] He cambiado el nombre, el número de la tarjeta y la fecha de vencimiento.
    }
}

rejected-name-empty = Ese mensaje llegó sin ningún nombre.
rejected-name-looks_like_card = Eso parece un número, no un nombre.
rejected-name-not_a_name = No encontré un nombre en ese mensaje; un nombre solo lleva letras, con guiones, puntos o apóstrofos si hacen falta.
rejected-name-too_long = Eso es más largo que cualquier nombre de una tarjeta.

rejected-card-no_digits = No encontré ningún número de tarjeta en ese mensaje.
rejected-card-too_short = { $brand_is ->
    [unknown] Ese número es demasiado corto para una tarjeta: parece que faltan dígitos.
   *[other] Parece una tarjeta { $brand_named }, pero el número es demasiado corto: seguramente faltan dígitos.
}
rejected-card-too_long = { $brand_is ->
    [unknown] Ese número es demasiado largo para una tarjeta: parece que sobran dígitos.
   *[other] Parece una tarjeta { $brand_named }, pero el número es demasiado largo: seguramente sobran dígitos.
}
rejected-card-mistyped = { $brand_is ->
    [unknown] Esos dígitos no forman un número de tarjeta: puede que uno esté mal escrito o que dos estén cambiados de lugar.
   *[other] Parece una tarjeta { $brand_named }, pero los dígitos no encajan: puede que uno esté mal escrito o que dos estén cambiados de lugar.
}
rejected-card-brand_not_accepted = { $brand_is ->
    [unknown] No conozco ese tipo de tarjeta; aquí puede usar estas: { $accepted }.
   *[other] Aquí no se pueden usar tarjetas { $brand_named }; sí puede usar estas: { $accepted }.
}
rejected-card-demonstration = Esto es una demostración, así que no he guardado ese número: aquí solo funcionan números de tarjeta de prueba publicados, como 4242 cuatro veces seguidas. No envíe una tarjeta real, por favor.

rejected-expiry-past = Esa fecha ya pasó: revísela, por favor, o use una tarjeta vigente.
rejected-expiry-too_far = Ese año queda más lejos que el vencimiento de cualquier tarjeta; quizá se coló un dígito.
rejected-expiry-no_such_month = Ese mes no existe: el mes va primero, del 01 al 12.
rejected-expiry-unreadable = No encontré un mes y un año en ese mensaje.

rejected-cvv-three_wanted = El código de seguridad de esta tarjeta tiene tres dígitos.
rejected-cvv-four_wanted = El código de seguridad de esta tarjeta tiene cuatro dígitos.
rejected-cvv-none_on_card = Aquí no se puede usar una tarjeta sin código de seguridad; si la suya lo lleva, son tres dígitos en el reverso o cuatro en la parte delantera de una tarjeta American Express.

kept_old = { $field ->
    [name] Conservo el nombre que me dio antes.
    [card] Conservo la tarjeta que me dio antes.
    [expiry] Conservo la fecha que me dio antes.
   *[cvv] Lo demás no ha cambiado.
}

which_one = { $field ->
    [name] Ahí veo más de un nombre y quiero usar el correcto: envíe solo el que figura en la tarjeta, por favor.
    [card] Ahí veo más de un número de tarjeta y quiero usar el correcto: envíe solo ese, por favor.
    [expiry] Ahí veo más de una fecha y quiero usar la correcta: envíe solo la de vencimiento de la tarjeta, por favor.
   *[cvv] Ahí veo más de un código y quiero usar el correcto: envíe solo el de seguridad, por favor.
}

gathered = { $count ->
    [one] Por ahora tengo un dígito del número.
   *[other] Por ahora tengo { $digits } dígitos del número.
}

cvv_not_kept = { $is_review ->
    [yes] Los códigos de seguridad no se guardan nunca; el suyo ya se ha usado y no hace falta otra vez.
   *[no] Los códigos de seguridad no se guardan nunca, así que le pediré el suyo al final.
}

card_again = { $dropped ->
    [changed] Por su seguridad ya no guardo el número de la tarjeta, así que para cambiar algo hay que volver a indicarlo.
    [declined] Ya no guardo los datos de esa tarjeta, así que necesito los de la tarjeta que quiera usar.
    [too_old] Los números de tarjeta se guardan solo por poco tiempo, así que he borrado el suyo y lo necesito otra vez.
    [unreadable] No pude recuperar de forma segura los datos de la tarjeta, así que los necesito otra vez; lo siento.
   *[restarted] De acuerdo, empezamos de nuevo: ya no conservo lo que me dio antes.
}

not_understood = Lo siento, no he entendido bien ese mensaje.

no_answer = Eso no puedo responderlo aquí, pero una persona sí: { $contact }.

stands = { $step ->
    [name] { $is_charging ->
        [yes] Por ahora no se ha cobrado nada aquí. Sigo reuniendo los datos de la tarjeta: el nombre, el número, la fecha de vencimiento y el código de seguridad.
       *[no] Sigo reuniendo los datos de la tarjeta: el nombre, el número, la fecha de vencimiento y el código de seguridad. Aquí no se cobra nada.
    }
    [card] { $is_charging ->
        [yes] Por ahora no se ha cobrado nada aquí. Tengo el nombre; lo siguiente es el número de la tarjeta.
       *[no] Tengo el nombre y lo siguiente es el número de la tarjeta. Aquí no se cobra nada.
    }
    [expiry] { $is_charging ->
        [yes] Por ahora no se ha cobrado nada aquí. Tengo el nombre y el número; lo siguiente es la fecha de vencimiento.
       *[no] Tengo el nombre y el número, y lo siguiente es la fecha de vencimiento. Aquí no se cobra nada.
    }
    [cvv] { $is_charging ->
        [yes] Por ahora no se ha cobrado nada aquí. Solo falta el código de seguridad para que pueda revisarlo todo.
       *[no] Solo falta el código de seguridad para que pueda revisarlo todo. Aquí no se cobra nada.
    }
    [confirm] { $is_charging ->
        [yes] Por ahora no se ha cobrado nada aquí: para eso hace falta que diga sí a lo que sigue.
       *[no] Su tarjeta todavía no está registrada: para eso hace falta que diga sí a lo que sigue.
    }
    [processing] { $is_settled ->
        [yes] Acabo de consultarlo.
       *[no] Lo he consultado y todavía no hay resultado.
    }
    [authenticating] { $is_settled ->
        [yes] Acabo de consultarlo.
       *[no] Todavía no está completo y, que yo sepa, todavía no se ha cobrado nada.
    }
    [complete] { $is_charging ->
        [yes] En esta conversación se ha realizado un pago.
       *[no] Su tarjeta quedó registrada y no se cobró nada.
    }
   *[cancelled] En esta conversación no se ha realizado ningún pago.
}

handoff = Puede hablar con una persona aquí: { $contact }.

other_way = { $has_ways ->
    [yes] También puede pagar de otra manera: { $other_ways }.
   *[no] Yo solo puedo ofrecerle el pago con tarjeta; quizá una persona conozca otra manera: { $contact }.
}

apologised = Lamento las molestias y le agradezco la paciencia.

already = { $held ->
    [none] En este momento no tengo ni el nombre ni el número de la tarjeta.
    [name] Tengo el nombre.
    [card] Tengo la tarjeta.
    [expiry] Tengo la fecha de vencimiento.
    [name-card] Tengo el nombre y la tarjeta.
    [name-expiry] Tengo el nombre y la fecha de vencimiento.
    [card-expiry] Tengo la tarjeta y la fecha de vencimiento.
   *[name-card-expiry] Tengo el nombre, la tarjeta y la fecha de vencimiento.
} { $dropped ->
    [none] { "" }
    [changed] Dejé de guardar los datos de la tarjeta cuando se hizo un cambio.
    [declined] Dejé de guardar los datos de la tarjeta cuando fue rechazada.
    [too_old] Dejé de guardar el número de la tarjeta porque solo se conserva por poco tiempo.
    [unreadable] Perdí los datos de la tarjeta porque no se pudieron recuperar de forma segura.
   *[restarted] Dejé de guardar todo cuando empezamos de nuevo.
} { $is_code ->
    [yes] El código de seguridad no se guarda nunca, así que hay que darlo cada vez.
   *[no] { "" }
}

waiting = Tómese su tiempo.

refused = { $is_again ->
    [yes] { $has_ways ->
        [yes] La decisión es suya, pero sin ese dato no puedo continuar. Puede pagar de otra manera ({ $other_ways }), hablar con una persona ({ $contact }) o decir cancelar.
       *[no] La decisión es suya, pero sin ese dato no puedo continuar. Puede hablar con una persona ({ $contact }) o decir cancelar.
    }
   *[no] { $field ->
        [name] Lo entiendo. El nombre se transmite al servicio de pagos junto con la tarjeta y aquí no se usa para nada más.
        [card] Lo entiendo. Sin el número no se puede usar la tarjeta; de él solo muestro los cuatro últimos dígitos.
        [expiry] Lo entiendo. La fecha de vencimiento es parte de lo que el banco necesita para reconocer la tarjeta.
       *[cvv] Lo entiendo. El código de seguridad ayuda a mostrar que usted tiene la tarjeta; se usa una vez y no se guarda nunca.
    }
}

welcomed = No hay de qué.

farewell = Hasta luego.

language_set = De acuerdo, seguimos en español.

language_unknown = Lo siento, por ahora solo hablo inglés y español.

change_what = Puede cambiar cualquier dato: envíe el nuevo nombre, número de tarjeta o fecha de vencimiento.

value_wanted = { $field ->
    [name] Todavía no hay nada a lo que responder sí o no: primero necesito el nombre.
    [card] Todavía no hay nada a lo que responder sí o no: primero necesito el número de la tarjeta.
    [expiry] Todavía no hay nada a lo que responder sí o no: primero necesito la fecha de vencimiento.
   *[cvv] Todavía no hay nada a lo que responder sí o no: primero necesito el código de seguridad.
}

yes_unclear = Para evitar errores no he seguido adelante. Mírelo una vez más, por favor.

near_bound = { $has_ways ->
    [yes] Si esto no sale bien, puede pagar de otra manera ({ $other_ways }) o hablar con una persona: { $contact }.
   *[no] Si esto no sale bien, puede hablar con una persona: { $contact }.
}

refusing = { $refusal ->
    [change] El pago ya está en camino, así que no se puede cambiar nada hasta conocer el resultado.
    [restart] El pago ya está en camino, así que no podemos empezar de nuevo hasta conocer el resultado.
   *[done] Esto ya está hecho, así que aquí no puedo cambiarlo ni deshacerlo.
}

cancel_asked = { $is_settled ->
    [yes] He pedido que se cancele.
   *[no] He pedido que se cancele; puede que ya sea tarde para eso.
}

voided = Está cancelado y no se ha cobrado nada.

declined = { $decline ->
    [number] La tarjeta no se aceptó: el banco no reconoce el número de la tarjeta. No se ha cobrado nada.
    [expiry] La tarjeta no se aceptó por la fecha de vencimiento. No se ha cobrado nada.
    [cvv] La tarjeta no se aceptó por el código de seguridad; también puede deberse a la fecha de vencimiento. No se ha cobrado nada.
    [try_again] Esta vez no se pudo completar y no se ha cobrado nada. Es posible que la misma tarjeta funcione en otro intento.
    [other_card] Esta tarjeta no se aceptó y no se ha cobrado nada. Es posible que otra tarjeta funcione.
    [authentication] El pago no se confirmó con el banco, así que no se ha cobrado nada.
   *[plain] La tarjeta se rechazó y no se ha cobrado nada.
}

paid_after_all = Ya se había realizado cuando llegó la cancelación.

gateway_down = { $is_code ->
    [yes] Lo siento, ahora mismo no se pudo contactar con el servicio de pagos; la culpa es nuestra. No se ha cobrado nada y solo hace falta de nuevo el código de seguridad, porque no se guarda nunca.
   *[no] Lo siento, ahora mismo no se pudo contactar con el servicio de pagos; la culpa es nuestra. No se ha cobrado nada y no se ha perdido nada de lo que me dio.
}

unsure = Todavía no sé si se ha realizado, porque el servicio de pagos no ha respondido. Mientras tanto, no vuelva a pagar por otro medio, por favor.

order_busy = Este pedido se está pagando en otra conversación en este momento, así que aquí no he cobrado nada. Si aquello no sale bien, aún puede pagarlo aquí.

mandate = Si responde sí, su tarjeta queda guardada en el servicio de pagos y se le podrá cobrar más adelante lo que haya acordado con el comercio. Puede retirar este permiso en cualquier momento: { $contact }.

rules_changed = Este servicio se ha actualizado desde que le mostré los datos, así que revíselos otra vez, por favor.

automated = Soy un asistente automático.

back_to = { $field ->
    [name] De acuerdo, volvemos al nombre.
    [card] De acuerdo, volvemos al número de la tarjeta.
   *[expiry] De acuerdo, volvemos a la fecha de vencimiento.
}

date_too = La fecha de vencimiento va con la tarjeta, así que también la necesito de nuevo.

kept = { $act ->
    [really_cancel] De acuerdo, no se ha cancelado nada.
    [really_pay] De acuerdo, no se ha cobrado nada.
   *[other] De acuerdo, todo queda como está.
}

sympathy = Lo siento mucho.

others_card = La tarjeta de otra persona solo puede usarse aquí con permiso del titular.

pressed = { $moved ->
    [nothing] No se ha cobrado nada. Si alguien le presiona para que pague, deténgase aquí. { $contact } o su banco pueden ayudarle.
   *[other] Si alguien le ha presionado para que pague, pida ayuda ahora: { $contact } o su banco.
}

minor = Pida al titular de la tarjeta, o a su padre o a su madre, que haga esto con usted.

not_me = { $moved ->
    [nothing] No se ha cobrado nada. Si usted no ha iniciado este pago, deténgase aquí. { $contact } o su banco pueden ayudarle.
   *[other] Si usted no ha hecho este pago, avise enseguida a su banco y a { $contact }.
}

claimed = { $claim ->
    [charged_twice] { $moved ->
        [paid] En esta conversación se ha hecho un solo cargo de { $amount }. Si usted ve dos, contacte con { $contact } e indique el número de recibo que sigue.
        [open] Este pago solo puede cobrarse una vez. Si usted ve dos cargos, contacte con { $contact }.
       *[nothing] En esta conversación no se ha cobrado nada. Si usted ve un cargo, contacte con { $contact }.
    }
    [wrong_amount] { $moved ->
        [paid] En esta conversación se han cobrado { $amount }, como se mostraba antes de su sí. Si no es correcto, contacte con { $contact } e indique el número de recibo que sigue.
        [open] El importe que se está procesando es { $amount }. Si no es correcto, contacte con { $contact }.
       *[nothing] En esta conversación no se ha cobrado nada. Si el importe no es correcto, no lo pague y contacte con { $contact }.
    }
    [refund] { $moved ->
        [paid] Desde aquí no puedo devolver dinero. Contacte con { $contact } e indique el número de recibo que sigue.
        [open] Desde aquí no puedo devolver dinero. Cuando se conozca el resultado, { $contact } puede ayudarle.
       *[nothing] En esta conversación no se ha cobrado nada, así que no hay nada que devolver. Por otro pago, contacte con { $contact }.
    }
    [return] { $moved ->
        [paid] Desde aquí no puedo gestionar una devolución. Contacte con { $contact } e indique el número de recibo que sigue.
       *[other] Desde aquí no puedo gestionar una devolución. Contacte con { $contact }.
    }
   *[receipt] { $moved ->
        [paid] Desde aquí no puedo enviar correo. Para un recibo o una factura, contacte con { $contact } e indique el número de recibo que sigue.
       *[other] Muestro aquí un número de recibo cuando el pago está hecho. Para una factura o un envío por correo, contacte con { $contact }.
    }
}

bank_code = El código de su banco se escribe en la página del banco y en ningún otro lugar. No lo he guardado.

delayed = Siento que esto esté tardando tanto.

not_again = Si este pago no se ha realizado, no volveré a intentarlo sin un nuevo sí de su parte.

pay_again = Este pago está hecho y no lo cobraré otra vez.
