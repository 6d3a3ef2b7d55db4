# Which words a model's candidate for another wording of a Spanish sentence may use. The English file explains the sections.

[free]
pueden uno
 salga
"me quedo" doy vez "aun así" "en caso de que" caso debo así aún "las gracias" cualquier dado "que termina en" termina terminan acaba mucho tanto que pude pudo
guste cuyo "para empezar" "para comenzar" desea desee que "hasta ahora" ya mano "a mano" indica encontrará facilita el la los las lo un una unos unas este esta estos estas ese esa esos esas eso esto aquel esté
yo me mi mis nos nuestro nuestra usted ustedes le les se su sus suyo suya suyos suyas te
y e o u pero así que como si de del al a en por para con desde entre sobre según
es son era fue ser soy está están estar estoy hay ha he han hemos haber tiene tengo tenemos tener sea sería
puede puedo podría podrían podemos pueda quiere quiera quisiera gustaría debe va vamos voy vaya vea
favor "por favor" gracias "muchas gracias" "mil gracias" "se lo agradezco" agradezco agradecería amable "sería tan amable" "si es tan amable" bien bueno muy más menos
"de acuerdo" acuerdo vale ok entendido claro hola ahora "por ahora" "por el momento" momento luego después entonces también ya aún todavía solo sólo solamente únicamente
qué cuál cuáles quién cuándo cuando dónde donde cómo cual quien
ejemplo "por ejemplo" "es decir" decir prefiere prefiera mejor
lamento disculpe disculpas perdón perdone "lo siento" siento desgraciadamente lamentablemente necesito necesitamos ayudar ayudarle listo lista sigamos seguimos ahí allí aquí tal

[key request asks]
escriba indique envíe envíeme diga inicie

[also request]
digite digitar da das enviar escribir indicar
favor "por favor" amable "si es tan amable" "sería tan amable" me escriba escribir escribirlo escribirme indique indicar indicarme envíe enviar enviarme dé darme diga decirme dígame deme ingrese ingresar introduzca introducir teclee teclear proporcione proporcionar proporcionarme facilite facilitar facilitarme comparta compartir mande mandar anote anotar ponga poner escríbame escríbalo envíeme indíqueme facilíteme proporcióneme saber

[concept card asks]
tarjeta tarjetas

[field name]
nombre nombres titular titulares "nombre completo" "nombre del titular"

[field card]
"número de tarjeta" "números de tarjeta" "número de la tarjeta" "número de su tarjeta" "número completo" "número largo" "número entero" número números numeración "número completo de la tarjeta" "número completo de su tarjeta" "número largo de la tarjeta" "número largo de su tarjeta"

[also card]
dígitos dígito cifras

[field expiry]
vencimiento caducidad expiración vence vencen caduca caducan expira expiran "fecha de vencimiento" "fecha de caducidad" "fecha de expiración" fecha fechas mes meses año años "válida hasta" "valid thru" thru

[field cvv]
código códigos "código de seguridad" "códigos de seguridad" cvv cvc cid cvv2 cvc2 "clave de seguridad"

[concept digits]
dígito dígitos número números cifra cifras

[concept printed asks]
impreso impresa impresos impresas figura figuran aparece aparecen escrito escrita escritos consta constan viene vienen lleva exactamente ve "tal como" "tal y como"

[concept again asks]
"otra vez" "de nuevo" nuevamente "una vez más" vez vuelva volver

[concept whole]
completo completa entero entera todo toda todos todas

[key alone]
solo

[also alone]
sólo solamente únicamente nada

[concept spaces]
espacio espacios guion guiones guión "no importa" importa da igual

[key front]
delantera frente

[also front]
parte frontal delante anverso

[key back]
reverso

[also back]
detrás dorso atrás trasera posterior

[concept strip]
firma banda panel franja

[concept near]
junto cerca lado encima arriba debajo

[concept part]
parte cara lado zona

[concept small]
pequeño pequeños

[concept last]
últimos último últimas final finales

[key cancel]
cancelar cancele

[also cancel]
cancela

[concept stop]
dejarlo aquí
seguir continuar parar detener detenerse dejarlo terminar

[key person]
persona

[also person]
personas alguien agente representante asesor equipo humano

[concept reach]
hablar hable contactar contacte comunicarse comuníquese contacto póngase ponerse dirigirse

[key rest]
resto

[also rest]
parte "la parte que falta"
restante restantes "lo que falta" "los que faltan" falta faltan demás

[key short]
corto faltan

[also short]
 "demasiado corto"
corta falta faltar incompleto incompleta menos escaso "demasiado corto"

[key excess]
"demasiado largo" "más largo" sobran

[also excess]
largo larga sobra "de más" excede supera demasiados extra

[concept brandlike]
aunque
parece parecen seguramente quizá quizás probablemente demasiado

[key mistyped]
"mal escrito"

[also mistyped]
encajan encaja concuerdan cuadran cambiados cambiado intercambiados coló error errores equivocado equivocados confundido erróneo forman mal corresponden

[concept mistaken]
alguno algún quizá quizás vez "tal vez" haya estén lugar orden posible

[key used]
usar

[also used]
puede pueden
puede usar
puede
usa usan utilizar utiliza acepta aceptan aceptamos admite admiten admitidas aceptadas sirve sirven pagar use utilice valen vale

[concept kind]
tipo clase marca marcas conozco reconozco "no conozco" conocer

[key found]
encontré llegó

[also found]
pude encontrar había
encontrado encuentro encontrar veo vi ver visto reconocer reconozco distinguir llega contiene contenía incluye incluía trae traía leer leído identificar identifico había hay

[concept message]
mensaje texto respuesta

[concept any]
ningún ninguna ninguno

[key swapped]
"parece un número"

[also swapped]
"que eso es un número" "se parece más a un número"

"parece más un número" "parece ser un número" "parece más a un número" "más bien un número" "a un número que" "parece un número de tarjeta"

[concept unlike]
parece "más bien" vez lugar

[concept letters]
hacen hacer
letras letra guiones puntos apóstrofos necesita necesitan haga hagan falta

[key past]
pasó

[also past]
pasado pasada vencida venció caducó caducada ya anterior

[concept check]
revise revísela revíselo revisarla compruébela mire otra vigente vigencia actual use

[key far]
lejos

[also far]
"tan lejano" lejano
lejana lejano futuro adelante lejanía demasiado

[concept issued]
cualquier emiten quizá quizás coló dígito

[key nosuch]
existe

[also nosuch]
existen "no existe"

[concept order]
primero antes empieza empiece

[concept has]
tienen consta consiste lleva

[concept without]
sin carece

[concept shown]
lleva

[concept sofar]
"hasta ahora" "de momento" llevo

[concept hold]
llevo recibido anotado recibí llevo tomado registrado

[concept take]
tomo tomaré pido pediré recojo recogeré iré pidiendo acompañaré guiaré iremos

[concept details]
datos dato información detalles

[concept steps]
paso "paso a paso" "uno por uno" "uno a uno" "paso por paso" juntos

[key change]
cambiado cambiar cambio cambié

[also change]
igual
actualizado actualizar actualicé modificar modificado nuevo nueva sustituir sustituido cambie

[concept anything]
pueden
cualquier cualquiera dato preguntas pregunta hacer haga hacerme desee algo todo

[concept even]
aunque incluso

[concept often]
aunque
suele suelen algunas normalmente generalmente muchas llevar hasta sirve

[key stays]
conservo

[also stays]
igual
sigue
quedo sigo "me quedo" sigue "sigo con" igual
mantengo mantiene sigue queda conserva seguimos guardo igual dejo mantendré

[concept before]
antes anterior dio diera indicó envió facilitó proporcionó previamente dado

[key same]
demás

[also same]
demás "lo demás" "nada más"
"todo lo demás"
resto nada más igual cambiado

[key several]
"más de un" "más de una"

[also several]
más
"más de uno" varios varias distintos diferentes

[concept right]
seguridad
correcto correcta usar quiero adecuado adecuada

[concept decision]
decide "usted decide"
decisión elige comprendo respeto entiendo

[concept proceed]
continuar seguir avanzar proseguir adelante "seguir adelante" dato ello

[concept needed]
falta hace primero antes

[key way]
manera

[also way]
"otro modo" otro
modo forma opción
maneras forma formas modo modos método métodos opción opciones medio medios alternativa vía

[concept pay]
pagar pago pague ofrecerle ofrecer

[concept yesno]
vemos sí no responder confirmar contestar decidir nada

[concept hello]
nuevo bienvenido bienvenida bienvenidos "de nuevo" "otra vez" saludos gusto

[key understand]
entendido

[also understand]
entender entendí entiendo comprendido comprendí comprender comprendo captado

[concept offer]
ofrecerle ofrecer conozca sepa conoce quizá quizás pago alguna otra

[concept sorry]
molestias inconvenientes molestia

[concept patience]
paciencia espera comprensión

[key time]
tómese

[also time]
"no hay prisa" "sin prisa" prisa tiempo prisa espero esperaré calma

[concept time2]
"no hay prisa" "sin prisa" "no se preocupe" tómese necesite haya necesario preocupe tranquilo tranquila

[key welcomed]
"no hay de qué"

[also welcomed]
gusto "con mucho gusto"
"de nada" "con gusto" "un placer" placer gusto nada hay placer gusto gustosamente

[concept welcomed2]
"de nada" "no hay de qué" "un placer" "con gusto" servirle

[key bye]
"hasta luego"

[also bye]
"hasta la próxima" "hasta otra" próxima
luego adiós pronto "hasta pronto" vista

[concept bye2]
hasta cuídese día buen

[concept language]
hablo idioma idiomas lengua hablar continuamos continuar seguir entiendo conversación

[key failing]
sale

[also failing]
salga
saliera funciona funcionara bien resulta logra

[concept ended]
ya
terminó acabó
terminado finalizado concluido acabado cerrado cerrada terminada conversación "ha terminado" charla otra nueva

[key begin]
empezar

[also begin]
abra inicie otra
abra
abra abrir comenzar iniciar inicie empiece comience nueva otra

[concept guide]
guiaré acompañaré ayudaré guiarle paso

[concept welcome]
bienvenido bienvenida damos "le damos la bienvenida" bienvenidos

[key payment]
pago

[also payment]
pagar

[concept cancelled]
dejarlo
terminar parar

[exact]
tres cuatro inglés español american express "american express"

[optional]
maría lópez septiembre valid thru "válida hasta" vence o y

[negation]

ninguna "no existe"
no nada ningún ninguna ninguno sin

[negative]
parar dejarlo
imposible incompleto falta faltan mal error equivocado vencida pasada caducada igual distinto distintas únicamente

[never negation]
"ya no"
nunca jamás tampoco ni nadie apenas

[never itself]
ia "modelo de lenguaje" modelo asistente bot chatbot instrucción instrucciones prompt sistema marcador marcadores reformular reformulada reescrita reescrito frase oración versión versiones tono opción "aquí tiene la" "aquí está la" "esta es la" usuario cliente json variante claro

[never human]
"le habla" "le atiende" humana humano mío mía "soy una persona" "soy humano" "soy humana" "como persona" "mi nombre" "me llamo" "mi compañera" "mi compañero" "mi equipo" "me encanta" "me siento" personalmente "mi turno"

[never claim]
realizado realizada aprobado aprobada aprobó verificado verificada verificar verificamos verificación validado validada válido válida inválido inválida confirmado confirmada autenticado autorizado autorizada autorizar éxito exitoso exitosa exitosamente correctamente correcto correcta fallado falló fallido rechazado rechazada rechazó denegado aceptado aceptada procesado procesada procesando cobrado cobrada cobrará cobrar cobro cargo cargos reembolso reembolsado reembolsará reembolsaremos devolución garantizado garantizada garantiza garantizamos garantía seguro segura seguros cifrado cifrada encriptado protegido protegida proteger fraude confidencial banco emisor registrado registrada guardado guardada guardamos guardaremos almacenado almacenada borrado eliminado pagado pagada gratis hecho "todo listo" "está listo" "está lista" "todo bien" "en orden" activa activada coincide coinciden perfectamente real auténtica auténtico

[never amount]
importe monto precio coste costo comisión comisiones descuento dólar dólares euro euros peso pesos libra libras céntimos dinero efectivo ciento usd eur mxn

[never other_field]
nació edad pin contraseña dirección domicilio calle postal ciudad correo email e-mail teléfono celular móvil nacimiento cumpleaños dni nie curp rfc pasaporte documento identidad cédula foto fotografía imagen captura selfie cuenta iban clabe clave saldo límite usuario apellido apellidos

[never link]
http https www enlace sitio web url página

[never instruction]
llame llámenos llamar clic pulse presione visite descargue instale actualice recargue escanee entre regístrese conteste responda espere recuerde adjunte suba reenvíe copie ignore cuelgue marque lea

[never flattery]
maravilla "de maravilla" encantador encantadora hermoso hermosa bonito bonita precioso preciosa maravilloso maravillosa increíble fantástico fantástica excelente perfecto perfecta genial estupendo estupenda magnífico magnífica "buena elección" "gran elección" "qué bien" "muy bien hecho" inteligente estimado estimada querido querida amigo amiga jaja felicidades favorito guapo lindo linda elegante

[never pressure]
fracasará fallará urgente urgentemente inmediatamente inmediato rápido rápidamente "cuanto antes" mismo "ya mismo" "ahora mismo" apúrese apresúrese dese pierda perderá perder plazo "última oportunidad" minutos segundos horas bloqueada bloqueado bloqueará suspendida vencerá

[never digit]
tres cuatro ambos cero dos cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta cien ciento mil docena par doble triple mitad tercer cuarto quinto
