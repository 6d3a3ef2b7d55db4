# Con qué palabras se guarda una conversación, para el cliente y para la gente de la tienda: nunca con las del cliente.

# --- lo que dijo el cliente
told-name = nombre: { $value }
name-not-taken = un nombre que no se aceptó
names-several = varios nombres
told-card = tarjeta •••• { $value }
card-digits = dígitos de un número de tarjeta
card-not-taken = un número de tarjeta que no se aceptó o no se conservó
cards-several = varios números de tarjeta
told-expiry = vencimiento { $value }
expiry-not-taken = una fecha que no se aceptó
expiries-several = varias fechas
told-cvv = dio el código
blank = un mensaje vacío
not-understood = no se entendió
small-talk = charla
spoke = habló: { $value }

affirm = sí
deny = no
change = cambiar
change-of = cambiar: { $value }
back = atrás
restart = empezar de nuevo
cancel = cancelar

field-name = nombre
field-card = tarjeta
field-expiry = vencimiento
field-cvv = código

help-general = preguntó: ayuda
help-why_name = preguntó: por qué el nombre
help-why_card = preguntó: por qué el número de tarjeta
help-why_expiry = preguntó: por qué la fecha de vencimiento
help-why_cvv = preguntó: por qué el código
help-what_name = preguntó: qué nombre
help-what_card = preguntó: cuál es el número de tarjeta
help-what_expiry = preguntó: cuál es la fecha de vencimiento
help-what_cvv = preguntó: cuál es el código
help-why_declined = preguntó: por qué se rechazó
help-safety = preguntó: si es seguro
help-brands = preguntó: qué tarjetas
help-payment = preguntó: qué se paga
help-pin = preguntó: si es el PIN

repeat = pidió: que se repita
status = preguntó: cómo va
language = pidió: hablar otro idioma
language-of = pidió: hablar { $value }
handoff = pidió: una persona
other_way = preguntó: otra forma de pagar
refuse = se negó
refuse-of = se negó: { $value }
no_code = dijo: la tarjeta no tiene código
already = dijo: ya lo dio
already-of = dijo: ya lo dio: { $value }
wait = pidió: un momento
complaint = se quejó
others_card = dijo: la tarjeta es de otra persona
pressed = dijo: lo presionan para que pague
minor = dijo: es menor de edad
distress = dijo: está en apuros
not_me = dijo: no es titular de la tarjeta
charged_twice = dijo: se cobró dos veces
wrong_amount = dijo: el importe no es correcto
refund = pidió: que se devuelva el dinero
return = pidió: devolver lo comprado
receipt = pidió: un recibo o una factura
bank_code = habló de un código del banco
privacy = preguntó: qué se guarda
identity = preguntó: si es un bot
begin = quiere pagar
hedge = duda

# --- lo que hizo el asistente
ask-name = pidió el nombre
ask-card = pidió el número de tarjeta
ask-rest = pidió los demás dígitos
ask-expiry = pidió la fecha de vencimiento
ask-cvv = pidió el código
ask-review = mostró los datos para revisarlos
ask-what_to_change = preguntó qué cambiar
ask-really_cancel = preguntó si cancelar
ask-processing = dijo que está en camino
ask-authenticate = dio el enlace al banco
ask-receipt-charged = dijo que está pagado
ask-receipt-kept = dijo que la tarjeta queda registrada
ask-ended = dijo que terminó
ask-anew = ofreció empezar de nuevo
