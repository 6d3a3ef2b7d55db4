# Las palabras con que se rodean nombres, números, fechas y códigos en español.
# Cómo se lee este archivo: véase src/language/lexicon.rs.

[date-order]
day first

# ---------------------------------------------------------------- números
[digits]
cero = 0
un = 1
uno = 1
una = 1
dos = 2
tres = 3
cuatro = 4
cuartro = 4
cinco = 5
seis = 6
siete = 7
ocho = 8
nueve = 9

[oh]
o

[two-digits]
diez = 10
once = 11
doce = 12
trece = 13
catorce = 14
quince = 15
dieciséis = 16
diecisiete = 17
dieciocho = 18
diecinueve = 19
veintiuno = 21
veintiún = 21
veintidós = 22
veintitrés = 23
veinticuatro = 24
veinticinco = 25
veintiséis = 26
veintisiete = 27
veintiocho = 28
veintinueve = 29

[tens]
veinte = 20
treinta = 30
cuarenta = 40
cincuenta = 50
sesenta = 60
setenta = 70
ochenta = 80
noventa = 90

[hundreds]
cien = 100
ciento = 100
doscientos = 200
doscientas = 200
trescientos = 300
cuatrocientos = 400
quinientos = 500
seiscientos = 600
setecientos = 700
ochocientos = 800
novecientos = 900

[scales]
mil = 1000

[repeats]
doble = 2
triple = 3
cuádruple = 4

[plurals]
ceros = 0
unos = 1
doses = 2
treses = 3
cuatros = 4
cincos = 5
seises = 6
sietes = 7
ochos = 8
nueves = 9

[sounds-like]
ocha = 8
sinco = 5
sero = 0
kuatro = 4
nuebe = 9
tre = 3

[number-and]
y

[spoken-marks]
barra = /
diagonal = /
entre = /
guion = -
guión = -
menos = -
raya = -
punto = .
espacio = -
coma = ,

[joins]
y
luego
después
seguido
seguida
por
más
entonces
también
además

# Se dicen mientras se buscan los siguientes dígitos: tampoco separan nada.
[hesitations]
eh
ehm
em
este
pues
mmm
mm
hmm
ah
vale
ok
okay
bueno
pausa

[or]
o
u

# ---------------------------------------------------------------- fechas
[months]
enero = 1
ene = 1
febrero = 2
feb = 2
marzo = 3
mar = 3
abril = 4
abr = 4
mayo = 5
may = 5
junio = 6
jun = 6
julio = 7
jul = 7
agosto = 8
ago = 8
septiembre = 9
setiembre = 9
sept = 9
sep = 9
set = 9
octubre = 10
oct = 10
noviembre = 11
nov = 11
diciembre = 12
dic = 12
<diciembe|diciembr|dicimbre|dicembre|dicienbre|disiembre|diciembree|dizciembre|decembre> = 12
<septiembr|septimbre|septienbre|septembre|setiembr|setimbre|setienbre|septiembe> = 9
<octubr|octobre|otubre|octrubre|ocutbre> = 10
<noviembr|novimbre|novienbre|nobiembre|noviembe|novembre> = 11
<febreo|febrro|frebrero|ferbrero|febreror|febero|frebero> = 2
<agsoto|agosot|agots> = 8

[date-links]
de
del
el
año
mes

[ordinals]
º
ª
por ciento
por cien
ro
do
er

# Junto a "4:56", la hacen una hora del día.
[clock]
las
hasta
antes
después
sobre
desde
am
pm
hs
hrs
horas

[vague]
<el|la> <año|mes|semana|primavera|verano> <que viene|próximo|próxima|siguiente|entrante>
<el|la> <próximo|próxima|siguiente> <año|mes|semana|primavera|verano|otoño|invierno|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|navidad>
<próximo|próxima|este|esta> <año|mes|semana|primavera|verano|otoño|invierno>
<enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre> <que viene|próximo>
en <un|uno|dos|tres|cuatro|cinco|2|3|4|5> <año|años|mes|meses>
dentro de <un|dos|tres|cuatro|cinco|2|3|4|5> <año|años|mes|meses>
(a) <fin|fines|final|finales> de(l) <año|mes|este año>
pronto
mañana

# La fecha es la que ya se tiene, cambie lo que cambie.
[same-date]
(con|y) (la) misma fecha (de (vencimiento|caducidad|expiración)) (de antes|que antes)
(con|y) (el) mismo <vencimiento|venc>
(la) fecha (de (vencimiento|caducidad|expiración)) <es|sigue siendo|queda> (la) <misma|igual>
(la) fecha no cambia
(la) fecha no ha cambiado

# ---------------------------------------------------------------- etiquetas
[card]
<número|num|nro|núm|no> (de) (la|mi|esta) tarjeta
tarjeta <número|num|nro|núm|no>
números de <la|mi> tarjeta
dígitos de <la|mi> tarjeta
número largo
pan
visa número
(los|las) <primeros|primeras|segundos|segundas|siguientes|próximos|otros|otras> <cuatro|4|seis|6|ocho|8> (dígitos|números|cifras)

[card-noun]
tarjeta (de <crédito|débito>)
tarjetas
visa
mastercard
master card
mc
amex
american express
diners (club)
discover
maestro
elo
hipercard
número
nro
plástico

[expiry]
(fecha de) <vencimiento|caducidad|expiración|validez|vto|vencimento|expiracion>
fecha de <venc|cad|exp>
(se) <vence|caduca|expira|caducará|vencerá> (en|el|a fin de|a finales de|a fines de)
<venc|cad|exp|vto>
(es) <válida|válido|vigente> <hasta|hasta el|hasta fin de|hasta finales de>
vigencia
fecha (de (la|mi) tarjeta)
mes y año
mm aa
mm / aa
mmaa
mm / aaaa
valid thru

[cvv]
<cvv|cvc|cvv2|cvc2|cid|csc|cvn|ccv>
(código|número|clave) (de) <seguridad|verificación|validación>
código <secreto|trasero>
código de <tres|3|cuatro|4> dígitos
<últimos|últimas|los|las> <3|tres> <dígitos|números|cifras>
<tres|3|cuatro|4> <dígitos|números|cifras> (de) <atrás|detrás|reverso|dorso>
<números|número> <de atrás|de detrás|del reverso|del dorso>
código
cod
clave

[aside]
<pedido|orden|factura|cliente|teléfono|telefono|tel|tlf|tfno|móvil|celular|cel|whatsapp|fax|referencia|ref|póliza|reserva|seguimiento|contrato|cuenta|pasaporte|socio|expediente|caso|vuelo|boleto|billete|ticket|recibo|serie|albarán|identificación|dni|nie|nif|cif|rut|rfc|curp|operación|transacción|confirmación|postal|promoción|descuento|cupón|barras|artículo|producto|habitación|asiento|puerta|empleado|alumno|afiliado|iban|isbn|imei|paquete|envío|guía|siret|siren|ean|contador|extensión> (número|num|nro|núm|no|n|#)
seguridad social
código <postal|de descuento|de promoción|de barras|de cliente|de pedido|de reserva>
cp
fecha de <la factura|mi factura|factura|nacimiento|compra|emisión|pedido|entrega|hoy|envío>
fecha <factura|nacimiento|compra|emisión|pedido>
factura <del|de|con fecha|de fecha|con fecha de|fechada>
<nací|nacido|nacida> (en|el|el día)
cumpleaños
<válida|válido> desde
desde
hoy es
miembro desde
dirección
vivo en
calle
avenida
<llámame|llámeme|llamarme> al
<importe|monto|total> (es|de)

[ending]
(que) <termina|terminan|acaba|acaban|terminada|terminado|acabada|finaliza> <en|con>
(los|las) <últimos|últimas> <cuatro|4> (dígitos|números|cifras) (son|de (la|mi) tarjeta)

[not]
no es
no son
no era
en vez de
en lugar de
en lugar del
antes era
la vieja era
el viejo era

[repair]
no
perdón
perdona
perdone
perdón no
no perdón
no espera
espera
espere
no espere
disculpa
disculpe
disculpas
lo siento
digo
quiero decir
quise decir
mejor dicho
o sea
corrección
corrijo
rectifico
me equivoqué
me he equivocado
más bien
en realidad
ups
uy
debería ser
debe ser
error
mentira
ay no

[currency]
dólar
dólares
usd
us$
euro
euros
eur
peso
pesos
mxn
cop
ars
clp
sol
soles
pen
libra
libras
centavos
céntimos
real
reales
brl
por ciento
%

[units]
tarjetas
cuentas
dígito
dígitos
números
cifras
códigos
día
días
hora
horas
minuto
minutos
min
mins
segundo
segundos
seg
momento
semana
semanas
mes
meses
año
años
vez
veces
intento
intentos
artículos
personas
cosas
opciones
preguntas
letras
veces
cuotas
plazos
pagos
noches
entradas
ro
do
º
ª
por ciento
por cien
x
kilómetros
km

# ---------------------------------------------------------------- alrededor
[copulas]
es
son
era
sería
como
para

# Entre el nombre de un valor y el valor: "cambia la fecha a 12/28".
[towards]
a
al
por
con
ahora

# Tras un valor, dicen para qué es, no qué es: "4242 … para mi pedido".
[purposes]
para

[fillers]
es
son
era
el
la
los
las
lo
un
mi
mis
su
sus
este
esta
estos
estas
este
ese
esa
de
del
en
al
a
por
con
y
que
está
están
tiene
número
aquí
ahí
va
van
dice
pone
atrás
detrás
correcto
correcta
nuevo
nueva
completo
completa
sería
entonces
también
ok
vale
se
me
le

[polite]
hola
buenas
buenos
días
tardes
noches
buen
día
ok
okay
vale
sí
si
claro
por
favor
porfa
porfavor
gracias
muchas
mil
aquí
tienes
tiene
está
va
bueno
bien
pues
eh
ehm
mmm
a
ver
señor
señora
señorita
estimado
estimada
saludos
cordiales
encantado
encantada
mucho
gusto
es
el
la
nombre
mi
sería
y
entonces
muy
amable
de
acuerdo
perdón
disculpe
adelante
listo
lista
oye
oiga
quien
habla

# ---------------------------------------------------------------- nombres
[relatives]
padre
papá
madre
mamá
marido
esposo
esposa
mujer
hermano
hermana
hijo
hija
novio
novia
pareja
jefe
jefa
amigo
amiga
tío
tía
abuelo
abuela
primo
prima
empresa
suegro
suegra
socio
socia
compañero
compañera

[relations]
{relatives}

[name-intros]
nombre (que) (aparece|figura|sale) (completo) <en|de> <la|mi|esta> tarjeta
(<el|la>) <titular|dueño|dueña|propietario|propietaria> soy yo
<a nombre de|al nombre de|a nombre del|bajo el nombre de|bajo el nombre|a favor de>
tarjeta <es de|pertenece a|es del>
pertenece a
en la tarjeta (solo) <dice|pone|figura|aparece|sale>
<figura|aparece|sale> (solo) como
su nombre es
se llama
nombre correcto
nombre <debería|debe> ser
<debería|debe|tiene que> decir
cambia <el|mi> nombre <a|por>

mi (difunto|difunta|ex) {relations} (que) se llama

# Quien tiene la tarjeta: el nombre sigue tras un signo o «es», o con mayúsculas.
[holders]
(<el|la>) <titular|dueño|dueña|propietario|propietaria> (de (la|mi|esta) tarjeta)
nombre <del|de la> titular

# El nombre está delante.
[printed]
en <la|mi|esta> tarjeta

# La tarjeta de otra persona: el nombre que sigue es el de la tarjeta.
[others-card]
tarjeta de mi {relatives}
mi (difunto|difunta|ex) {relations}
la de mi {relatives}
tarjeta de <la empresa|mi empresa|mi trabajo|la oficina>
tarjeta corporativa
no es mi tarjeta

# Después de esto va la última parte del nombre.
[family-intros]
(mi|mis|los|el) <apellido|apellidos> (es|son)

# Después de esto va un nombre, casi siempre el de quien escribe.
[called-intros]
mi nombre (completo) es
(el) nombre (completo) es
nombre y apellidos
nombre y apellido
nombre completo
nombre
(yo) me llamo
(le|te) habla
llámame
llámeme
conocido como
se escribe
conocida como
<i'm|i am|my name is|it's|this is>
a nombre de

# Después de esto se firma.
[signed-intros]
firmado (por)
<firma|atentamente|atte>

# Después de esto puede ir un nombre, y a menudo otra cosa.
[self-intros]
soy (yo)
yo soy
es
aquí
sería
(creo que) (solo) <figura|aparece|sale|pone|dice> (el nombre (de)|que)

[honorifics]
sr
sra
srta
señor
señora
señorita
don
doña
dña
dr
dra
doctor
doctora
lic
licenciado
licenciada
ing
ingeniero
ingeniera
prof
profesor
profesora
d
dn

[suffixes]
jr
hijo
ii
iii
iv

[particles]
de
del
la
las
los
el
y
e
i
da
das
dos
do
di
du
van
von
der
den
san
santa
sta
mac
mc
o
d
al
bin
ibn
ben
'

# Se escribe detrás de un nombre sin ser parte de él.
[courtesies]
<por|favor|porfa|porfavor|porfis|gracias|muchas|señor|señora|señorita|amigo|amiga|cariño|jefe|joven|aquí|vale|ok|okay>
<x|xx|xxx|bb|bro|xfa|xd|jaja|saludos|pls>

# Cortesía que también es un nombre.
[syllables]
<si|no|oh|so>

# Hace de lo demás una frase.
[sentence-words]
<yo|tú|tu|usted|él|ella|me|te|se|nos|le|les|lo|mi|mis|su|sus|que|qué|quién|quien|cómo|como|cuándo|cuando|dónde|donde>
<es|son|era|está|están|estoy|soy|eres|tengo|tiene|quiero|quiere|necesito|puedo|puede|hay|he|ha|un|una|este|esta|esto>
<ese|esa|eso|porque|pero|con|sin|en|para|por|a|o|ya|del|al|desde|hasta|cuál|cual|cuánto>

# La última palabra de una empresa.
[businesses]
<sl|slu|sa|sas|srl|sociedad|limitada|anónima|ltda|cía|compañía|empresa|grupo|asociados|servicios|tienda|bar|café|restaurante|estudio>
<ltd|llc|inc|gmbh|plc|spa>

# Nombres abreviados, con un punto.
[shortened]
<ma|mª|fco|fdo|fca|gral|jna|sta|sto>

[name-stops]
y
pero
con
mi
la
el
es
en
para
de
del
por
tarjeta
número
numero
vence
caduca
gracias
cvv
que
quien
o
si
porque
entonces
no
perdón
yo
aquí
hoy
luego
también
ahora
ok
vale
su
se
me
le
lo
a
como
código
fecha

[not-names]
largate
vete
yo
tú
tu
él
ella
usted
ustedes
nosotros
ellos
ellas
me
te
se
nos
le
lo
les
mi
mis
tus
su
sus
este
esta
esto
ese
esa
eso
aquel
aquella
el
la
los
las
un
una
unos
unas
y
o
u
pero
si
porque
que
qué
cual
cuál
quien
quién
como
cómo
cuando
cuándo
donde
dónde
cuanto
cuánto
cuánta
cuántos
es
son
era
soy
eres
somos
fue
ser
estar
estoy
está
están
estaba
estamos
hay
haber
he
ha
han
hemos
tengo
tiene
tienes
tenemos
tener
hago
hace
hacer
hecho
puedo
puede
puedes
poder
podría
quiero
quiere
quieres
querer
quisiera
necesito
necesita
necesitas
debo
debe
deber
no
sí
nunca
siempre
jamás
también
tampoco
tal
vez
quizá
quizás
acaso
claro
vale
ok
okay
bueno
bien
mal
muy
más
menos
mucho
mucha
muchos
poco
poca
algo
nada
nadie
alguien
todo
toda
todos
todas
otro
otra
otros
mismo
misma
cada
ya
aún
todavía
ahora
luego
después
antes
pronto
tarde
hoy
mañana
ayer
aquí
ahí
allí
acá
allá
en
a
al
ante
con
sin
por
para
sobre
entre
hasta
desde
hacia
según
pagar
pago
pagos
paga
pagado
comprar
compra
cobrar
cobro
cobran
factura
facturas
cuenta
cuentas
dinero
plata
tarjeta
tarjetas
crédito
débito
efectivo
banco
visa
mastercard
amex
número
números
dígitos
código
cvv
fecha
vencimiento
caducidad
mes
año
nombre
nombres
apellido
apellidos
titular
pedido
orden
importe
monto
total
precio
cuesta
vale
gratis
cancelar
cancela
cancele
parar
para
salir
volver
atrás
empezar
comenzar
reiniciar
siguiente
anterior
ayuda
ayudar
ayúdame
soporte
agente
humano
persona
operador
operadora
alguien
robot
máquina
hola
buenas
buenos
adiós
chao
chau
hasta
gracias
favor
porfa
perdón
disculpe
disculpa
siento
espera
espere
momento
segundo
minuto
minutos
rato
listo
lista
ocupado
cansado
cansada
enojado
enojada
confundido
confundida
perdido
perdida
harto
harta
estafa
fraude
seguro
segura
seguridad
privacidad
datos
página
web
enlace
correo
teléfono
dirección
mensaje
pregunta
respuesta
problema
error
idk
jaja
jajaja
jeje
eh
mmm
uf
ay
uy
nose
ns
prueba
probando
test
asdf
qwerty
ignora
instrucciones
sistema
mierda
puta
carajo
joder
coño
idiota
estúpido
estúpida
tonto
español
inglés
francés
idioma
hablar
habla
hablo
decir
digo
dice
dime
diga
dijo
escribir
leer
entiendo
entender
explica
explicar
mostrar
enviar
llamar
abrir
cerrar
cambiar
cambia
corregir
repetir
repite
repita
seguir
continuar
confirmar
confirmo
confirma
aceptar
acepto
rechazar
prefiero
preferiría
mejor
peor
creo
pienso
sé
saber
sabe
conozco
voy
vas
va
vamos
ir
venir
viene
dar
doy
da
dame
deme
poner
pongo
busco
buscar
buscando
encontrar
encuentro
trabajo
casa
coche
perro
gato
agua
comida
mundo
cosa
cosas
cartera
billetera
bolso
hermano
hermana
padre
madre
papá
mamá
esposo
esposa
marido
paypal
transferencia
bizum
descuento
cupón
oferta
producto
envío
recibo
estado
pendiente
roto
funciona
sirve
ridículo
broma
serio
nuevo
nueva
viejo
vieja
primero
primera
último
última
correcto
correcta
incorrecto
verdad
falso
tan
tanto
así
entonces
además
aunque
mientras
durante
solo
sólo
solamente
nulo
ninguno
ninguna
anónimo
desconocido
personal
asunto
importa
igual
dale
genial
perfecto
excelente

[not-name-endings]
ando
iendo

[mash]
asd
asdf
qwe
qwer
qwerty
zxc
zxcv
hjkl
jkl
dfg
sdf
abc
aaa
