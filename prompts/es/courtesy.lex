# Con qué puede un modelo empezar una respuesta en español: todo lo que hay. Va antes de una frase escrita por personas, y se
# omite si no está aquí palabra por palabra, si no encaja en el momento o si repite lo que la respuesta ya dice.
#
# Nada de lo que hay aquí puede pedir, prometer, explicar ni negar algo, ni hablar de tarjetas, pagos o resultados.
# Una sección es una clase de cortesía y, si no vale para todos, los tonos. «(…)» puede faltar, «<…|…>» es una de varias.

[thanks]
gracias
muchas gracias
<gracias|muchas gracias> por <eso|avisar|su ayuda|su tiempo|su paciencia>
se lo agradezco (mucho)
le agradezco (mucho) <su ayuda|su paciencia|su tiempo>

[praise]
(muy) bien
excelente
perfecto

[praise plain warm]
genial
estupendo
qué bien
<va|vamos> (muy) bien

[praise warm]
maravilloso
fantástico
lo está haciendo (muy) bien

[agreed]
de acuerdo
entendido
comprendo
entiendo

[agreed plain warm]
bueno

[gladly]
por supuesto
con (mucho) gusto
desde luego

[gladly plain warm]
claro (que sí)

[ease]
eso pasa
suele pasar
son cosas que pasan
le pasa a cualquiera
a todos nos pasa

[ease plain warm]
(eso) nos pasa a todos

[slip]
(eso) es (muy) fácil de confundir
es un descuido común

[sorry]
(le) pido disculpas
<disculpe|lamento> <la molestia|las molestias|el inconveniente>
mis disculpas (por <la molestia|las molestias|el inconveniente>)

[onward]
cuando guste
cuando quiera
con calma
paso a paso
vamos <paso a paso|con calma|poco a poco>
<sigamos|continuemos> (con calma|paso a paso)
seguimos

[onward plain warm]
ahí vamos
sigamos adelante

[nearly]
ya casi
ya casi <está|estamos|terminamos>
(ya) falta poco

[helping]
con gusto le ayudo
(es) un gusto ayudarle
<es una muy|es una|muy> buena pregunta
buena pregunta

[helping plain warm]
qué buena pregunta
