# Lo que se pide al final de una respuesta.
#
# Selectors: $asked first, second, last; $code_length three, four; $has_… and $is_… yes, no.
# Everything else in { $… } is a placeholder: it reaches the sentence as {…} and is filled afterwards.
# Cada petición es más corta que la anterior: lo que estaba mal lo dice la nota que va antes. En la última se nombran las
# salidas, salvo que una nota de la misma respuesta las haya nombrado: entonces se usa la segunda.
# Las palabras con que se puede responder van entre «»; una prueba exige que la gramática tome cada una por cierta.

ask-name = { $asked ->
    [first] ¿Qué nombre aparece en la tarjeta?
    [second] El nombre de la tarjeta, por favor.
   *[last] Solo el nombre, por favor. Para detener esto, responda «cancelar». Para hablar con una persona: { $contact }.
}

ask-own_name = Entonces indique, por favor, su propio nombre.

ask-card = { $asked ->
    [first] Por favor, escriba el número de la tarjeta.
    [second] El número completo de la tarjeta, por favor.
   *[last] Solo el número de la tarjeta, por favor. Para detener esto, responda «cancelar». Para hablar con una persona: { $contact }.
}

ask-rest = Por favor, envíe el resto del número.

ask-expiry = { $asked ->
    [first] ¿Cuándo vence la tarjeta (mes y año)?
    [second] La fecha de vencimiento, por favor, como 09/31.
   *[last] Solo el mes y el año, por favor. Para detener esto, responda «cancelar». Para hablar con una persona: { $contact }.
}

ask-cvv = { $code_length ->
    [four] { $asked ->
        [first] ¿Cuál es el código de seguridad? Son los cuatro dígitos pequeños del frente de su tarjeta { $brand }.
        [second] Los cuatro dígitos pequeños del frente de su tarjeta { $brand }, por favor.
       *[last] Solo los cuatro dígitos del frente, por favor. Para detener esto, responda «cancelar». Para hablar con una persona: { $contact }.
    }
   *[three] { $asked ->
        [first] ¿Cuál es el código de seguridad? Son los tres dígitos del reverso de su tarjeta { $brand }.
        [second] Los tres dígitos del reverso de su tarjeta { $brand }, por favor.
       *[last] Solo los tres dígitos del reverso, por favor. Para detener esto, responda «cancelar». Para hablar con una persona: { $contact }.
    }
}

# The review: one line each; a line that comes out empty is left out.
ask-review = { $is_charging ->
    [yes] Por favor, revise los datos antes de pagar:
   *[no] Por favor, revise los datos antes de registrar la tarjeta:
    }
    Nombre: { $name }
    Tarjeta: { $brand } •••• { $last4 }
    Vencimiento: { $expiry }
    { $is_charging ->
    [yes] Monto: { $amount }
   *[no] { "" }
    }
    { $has_payee ->
    [yes] Pago a: { $payee }
   *[no] { "" }
    }
    { $has_description ->
    [yes] Por: { $description }
   *[no] { "" }
    }
    { $is_charging ->
    [yes] Al pagar, usted confirma que puede usar esta tarjeta.
   *[no] Al registrarla, usted confirma que puede usar esta tarjeta.
    }
    { $is_charging ->
    [yes] ¿Desea pagar { $amount } con esta tarjeta ahora? Responda «sí» o «no», o dígame qué desea cambiar.
   *[no] ¿Desea registrar esta tarjeta? Ahora no se cobra nada. Responda «sí» o «no», o dígame qué desea cambiar.
    }

ask-review_again = { $is_charging ->
    [yes] { $is_again ->
        [yes] No se ha cobrado nada. Para pagar { $amount } con su tarjeta { $brand } terminada en { $last4 }, escriba «pagar». Para cambiar algo, escriba «cambiar». Para terminar, escriba «detener».
       *[no] No se ha cobrado nada. ¿Desea pagar { $amount } con su tarjeta { $brand } terminada en { $last4 }? Responda «sí» o «no».
    }
   *[no] { $is_again ->
        [yes] Su tarjeta todavía no está registrada. Para registrar su tarjeta { $brand } terminada en { $last4 }, escriba «sí». Para cambiar algo, escriba «cambiar». Para terminar, escriba «detener».
       *[no] Su tarjeta todavía no está registrada. ¿Desea registrar su tarjeta { $brand } terminada en { $last4 }? Responda «sí» o «no».
    }
}

ask-what_to_change = ¿Qué desea cambiar: el nombre, el número de la tarjeta, la fecha de vencimiento o el código de seguridad? Para detener esto, responda «cancelar».

# Questions about what cannot be undone. Each names the act and the words to answer with; asked again, the words to type.

ask-sure-cancel = { $is_again ->
    [yes] Para detener este pago, escriba «detener». Para continuar, escriba «seguir».
   *[no] ¿Desea detener este pago? Responda «detener» o «seguir».
}

ask-sure-pay = { $is_charging ->
    [yes] { $is_again ->
        [yes] No se ha cobrado nada. Para pagar { $amount } con su tarjeta { $brand } terminada en { $last4 }, escriba «pagar». Si prefiere no hacerlo, escriba «detener».
       *[no] Solo para confirmar: ¿desea pagar { $amount } con su tarjeta { $brand } terminada en { $last4 }? Responda «pagar» o «detener».
    }
   *[no] { $is_again ->
        [yes] Su tarjeta todavía no está registrada. Para registrar su tarjeta { $brand } terminada en { $last4 }, escriba «sí». Si prefiere no hacerlo, escriba «detener».
       *[no] Solo para confirmar: ¿desea registrar su tarjeta { $brand } terminada en { $last4 }? Responda «sí» o «detener».
    }
}

ask-sure-restart = { $is_again ->
    [yes] Para borrar lo que me dio y empezar de nuevo, escriba «empezar de nuevo». Para continuar así, escriba «seguir».
   *[no] ¿Desea empezar de nuevo? Borraría lo que me dio. Responda «empezar de nuevo» o «seguir».
}

ask-sure-back = { $field ->
    [name] { $is_again ->
        [yes] Para volver al nombre, escriba «volver». Para continuar así, escriba «seguir».
       *[no] ¿Desea volver al nombre? Responda «volver» o «seguir».
    }
    [card] { $is_again ->
        [yes] Para volver al número de la tarjeta, escriba «volver». Para continuar así, escriba «seguir».
       *[no] ¿Desea volver al número de la tarjeta? Responda «volver» o «seguir».
    }
   *[expiry] { $is_again ->
        [yes] Para volver a la fecha de vencimiento, escriba «volver». Para continuar así, escriba «seguir».
       *[no] ¿Desea volver a la fecha de vencimiento? Responda «volver» o «seguir».
    }
}

ask-sure-change = { $field ->
    [name] { $is_again ->
        [yes] Para cambiar el nombre, escriba «cambiar el nombre». Para dejarlo así, escriba «seguir».
       *[no] ¿Desea cambiar el nombre? Responda «cambiar el nombre» o «seguir».
    }
    [card] { $is_again ->
        [yes] Para cambiar el número de la tarjeta, escriba «cambiar la tarjeta». Para dejarlo así, escriba «seguir».
       *[no] ¿Desea cambiar el número de la tarjeta? Responda «cambiar la tarjeta» o «seguir».
    }
    [expiry] { $is_again ->
        [yes] Para cambiar la fecha de vencimiento, escriba «cambiar la fecha». Para dejarla así, escriba «seguir».
       *[no] ¿Desea cambiar la fecha de vencimiento? Responda «cambiar la fecha» o «seguir».
    }
   *[cvv] { $is_again ->
        [yes] Para cambiar el código de seguridad, escriba «cambiar el código». Para dejarlo así, escriba «seguir».
       *[no] ¿Desea cambiar el código de seguridad? Responda «cambiar el código» o «seguir».
    }
}

ask-sure-is_name = { $is_again ->
    [yes] Si el nombre de la tarjeta es { $name }, escriba «sí». Si no lo es, escriba «no».
   *[no] ¿El nombre de la tarjeta es { $name }? Responda «sí» o «no».
}

ask-sure-take_name = { $is_again ->
    [yes] Para cambiar el nombre a { $name }, escriba «cambiar». Para dejarlo así, escriba «dejar».
   *[no] ¿Desea cambiar el nombre a { $name }? Responda «cambiar» o «dejar».
}

ask-sure-take_card = { $is_again ->
    [yes] Para cambiar la tarjeta a { $brand } terminada en { $last4 }, escriba «cambiar». Para dejarla así, escriba «dejar».
   *[no] ¿Desea cambiar la tarjeta a { $brand } terminada en { $last4 }? Responda «cambiar» o «dejar».
}

ask-sure-take_expiry = { $is_again ->
    [yes] Para cambiar la fecha de vencimiento a { $expiry }, escriba «cambiar». Para dejarla así, escriba «dejar».
   *[no] ¿Desea cambiar la fecha de vencimiento a { $expiry }? Responda «cambiar» o «dejar».
}

ask-sure-which = { $is_review ->
    [yes] { $is_again ->
        [yes] Todavía no se ha hecho nada. Por favor, escriba «pagar», «cambiar» o «detener».
       *[no] ¿Desea pagar, cambiar algo o detener el pago?
    }
   *[no] { $is_again ->
        [yes] Todavía no se ha hecho nada. Por favor, escriba «seguir», «cambiar» o «detener».
       *[no] ¿Desea seguir, cambiar algo o detener el pago?
    }
}

ask-sure-permission = { $is_again ->
    [yes] Necesito saber si el titular está de acuerdo. Por favor, escriba «sí» o «no».
   *[no] ¿Tiene permiso del titular para usar esta tarjeta? Responda «sí» o «no».
}

ask-sure-resume = { $is_again ->
    [yes] No se ha cobrado nada. Para ver el pago, escriba «seguir». Para terminar, escriba «detener».
   *[no] Para ver el pago, responda «seguir». Para terminar, responda «detener».
}

ask-processing = Se está procesando. Escríbame en un momento y lo consulto. No se puede cobrar nada dos veces.

ask-authenticate = Su banco necesita comprobar que es usted. Por favor, confírmelo en la página del banco y después vuelva aquí y escríbame. Página de su banco: { $link }

ask-receipt = { $is_charged ->
    [yes] { $is_again ->
        [yes] Su número de recibo es { $receipt }.
       *[no] { $has_payee ->
            [yes] Usted pagó { $amount } a { $payee } con su tarjeta { $brand } terminada en { $last4 }. Su número de recibo es { $receipt }.
           *[no] Usted pagó { $amount } con su tarjeta { $brand } terminada en { $last4 }. Su número de recibo es { $receipt }.
        }
    }
   *[no] { $is_again ->
        [yes] Su referencia es { $token }.
       *[no] Su tarjeta { $brand } terminada en { $last4 } quedó registrada y no se cobró nada. Su referencia es { $token }.
    }
}

ask-ended = { $reason ->
    [customer] Cancelé el pago. No se cobró nada y borré los datos de su tarjeta. Para intentarlo de nuevo, inicie otra conversación.
    [invalid_answers] Lo siento, esto no funcionó, así que me detuve aquí. No se cobró nada. Una persona puede ayudarle: { $contact }.
    [no_progress] No estábamos avanzando, así que me detuve aquí. No se cobró nada. Una persona puede ayudarle: { $contact }.
    [turns] Esta conversación se alargó demasiado, así que me detuve aquí. No se cobró nada. Una persona puede ayudarle: { $contact }.
    [corrections] Hubo demasiados cambios, así que me detuve aquí. No se cobró nada. Una persona puede ayudarle: { $contact }.
    [attempts] El pago se rechazó demasiadas veces, así que me detuve aquí. No se cobró nada. Una persona puede ayudarle: { $contact }.
    [cards] Se intentó con demasiadas tarjetas, así que me detuve aquí. No se cobró nada. Una persona puede ayudarle: { $contact }.
    [address] En la última hora se probaron aquí demasiadas tarjetas, así que me detuve aquí. No se cobró nada. Por favor, inténtelo más tarde o hable con una persona: { $contact }.
    [order_paid] Este pedido ya está pagado, así que aquí no cobré nada. Si le sorprende, una persona puede ayudarle: { $contact }.
    [finished] Este pago ya terminó y ahora no se cobró nada. ¿Desea iniciar otro?
    [order_over] Este pedido ya no se puede pagar aquí. Venció o se modificó. No se cobró nada. Por favor, pida uno nuevo o hable con una persona: { $contact }.
    [voided] Este pago no se completó y está cancelado. No se cobró nada. Una persona puede ayudarle: { $contact }.
    [duplicate] Su banco dice que este pago ya se hizo, así que ahora no cobró nada. Aquí no encuentro ese otro pago, así que por favor no lo intente otra vez por el momento. Una persona puede averiguarlo: { $contact }.
    [paid_before] Su banco lo tomó por un segundo pago, así que ahora no cobró nada. Esta tarjeta ya pagó aquí el mismo monto en la última hora. Si de verdad quiere pagar dos veces, una persona puede ayudarle: { $contact }.
   *[misconfigured] Lo siento, en este momento no puedo aceptar tarjetas. Es un error nuestro. No se cobró nada. Una persona puede ayudarle: { $contact }.
}

ask-anew = Esta conversación terminó. Para empezar de nuevo, por favor, inicie otra.
