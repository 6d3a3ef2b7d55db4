# What customers say in Spanish, beside the values themselves. The English file tells how phrases are written.

[accents]
sí
terminé
confirmé
aprobé
autoricé
acepté
verifiqué
pagué
canceló
anuló

[same]
<q|k|ke> = que
<xq|pq|porq|porque|porke|xk|pk> = por que
x = por
<xfa|porfabor|porfa|porfis|xfavor|porfavor|plis|pls|plz|xfavor|porfavo> = por favor
<kiero|qiero> = quiero
% = por ciento
fabor = favor
pos = pues
deacuerdo = de acuerdo
<aki> = aqui
<bn> = bien
<toy> = estoy
pa = para
<d> = de
<ola|holaa|holaaa|holi|olaa> = hola
<grax|grcs|graciass|grasias|thx> = gracias
<tmb|tb> = tambien
<kien> = quien
<cuants> = cuantos
<tarj> = tarjeta
<num|nro> = numero

# --- letras que suenan igual, para las palabras de un sí que se escriben de oído ---
[sounds]
v = b
w = bu
<c|qu|q> = k
ch = ch
<ce|ze|xe> = se
<ci|zi|xi> = si
<z|x> = s
<ll|y> = i
h = -
ge = je
gi = ji
gue = ge
gui = gi
ñ = n

[words]
termino terminos dejado dejada olvidado olvidada olvide olvido comercio contado empleo estudio estudios
canela cantela hombre hombres flecha fechas hecha hecho lago vago pegar parar pasar sobrar comprar compra personas humanos
hermano hermana viuda otras otra otros otro esfera bajar dejar salar quiere quieren quieto puede pueden pudo
cuando cuanto cuantos cuanta cuantas gracia hallar terminal empezado campo campos cambios hijo hija padre madre esposo
esposa marido mujer mama papa abuelo abuela tio tia jefe empresa amigo amiga casa calle avenida piso puerta ciudad pais
hoy ayer semana mes ano anos dia dias hora horas minuto minutos segundo tarde noche
enero febrero marzo abril junio julio agosto septiembre setiembre octubre noviembre diciembre
cero dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince dieciseis veinte veintiuno veintidos
veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta
setenta ochenta noventa cien ciento doscientos mil lunes martes miercoles jueves viernes sabado domingo
soy eres somos son era fue ser estar estoy estas estamos estan hay habia tengo tienes tiene tenemos tienen tener
hacer hago haces hace hacen digo dices dice decir dije dijo ver veo ves vemos voy vas vamos van ir vino venir viene
poder puedo puedes quiero quieres querer quisiera saber sabes sabe dar doy das dan dado poner pone puse puesto
con para por pero porque como donde quien cual cuales aqui ahi alli aca alla antes despues luego siempre nunca nada
algo alguien nadie mucho mucha muchos muchas poco poca todo toda todos todas muy mas menos bien mal mejor peor
bueno buena buenos buenas malo mala nuevo nueva viejo vieja grande pequeno mismo misma cada entre hasta desde sobre
sin segun durante mientras entonces ademas tambien tampoco quizas ojala ustedes usted nosotros ellos ellas ella yo mio
tuyo suyo nuestra nuestro esos esas estos estas aquel aquella esto eso aquello ahora mas pasaporte cuenta cuentas
dinero precio barato caro tienda producto envio pedido factura recibo direccion correo telefono llamada
cancion cancer candela cambie verdad mentira cosa cosas gente mundo vida tiempo trabajo
lengua leche noches tardes hijos vez veces primero primera ultimo ultima tercero cuarto quinto
caduco ancho charla paz vaso pese pesa deja debe cree quede queda salida salud saludo
funcion fusion nacion accion cobre cobro pobre libre
vuelta vuelto suelto muelto volar voltear listo pisto visto lista vista
parte arte carta harta tarta tarjetas atroz atrae

[tells nothing]
books
no ok okay me he son sin once mayo total visa real error pan come ten pin cvv cvc mastercard amex american express
paypal bizum hotel taxi chat bot robot online email hospital animal color idea plan general personal digital local
legal central social natural regular original principal normal control final simple y e o a al de del la las los el
lo san santa santo don dona angel miguel carmen mercedes rosa luz clara sol cruz mar pilar dolores consuelo victoria
gloria mari mia marta cielo alma esperanza paz rey reyes flores rios rio campos torres iglesias casas rojas blanco moreno
delgado bravo leon guerra castillo palacios fuentes montes pena vega vargas prado soto nieves soledad remedios milagros
amor salud estrella domingo julio agosto abril enero marzo augusto marco cabello calvo rubio gallo cordero toro
mesa puerta puertas calle cuesta salas sala corona cano santos pascual navidad rosario amparo caridad concepcion asuncion
vale sale va para pero dale chile mexico cuba si hay sea mal mil des tan tal ni se su sus te tu mi mis es un una uno
le les con por da das dos ir van den papa mama tia casa vino copa cafe patio plaza fiesta siesta amigo amigos
senor senora hola gracias adios salsa taco rico costa usted hasta manana bravo solo peso pesos agua gato perro
cabrera caio camila casto chang conde exposito francois greta haruto hollis jan jessica karen lee linda martha modesto padilla page pagan
parra pardo paula pearson roger simon stark tomas walter frances bills jean
ver mano manos ella este esta eso ese son era fin gran segundo tres as in on is at an i my you your the and
virtual banal capital cruel formal ideal igual manual mental metal moral musical natal oral plural postal rival rural
banco marina lima rosas lago lagos vera serena serrano francisco jesus maria jose juan

# --- cómo se llaman las monedas, y los códigos de las que puede ser cada una ---
[currencies]
<€|euro|euros> = EUR
<dólar|dólares> = USD CAD AUD
$ = USD CAD AUD MXN COP CLP ARS UYU DOP
<peso|pesos> = MXN COP CLP ARS UYU DOP
<£|libra|libras> = GBP
<sol|soles> = PEN

# Entre la parte entera y el resto de un importe, y en qué se cuenta el resto.
[amount joins]
<y|con|coma|punto>

[small money]
<céntimo|céntimos|centimos|centimo|centavo|centavos|cts>

# --- quién, qué ---
[@field]
(el) nombre (<completo|del titular|de el titular|y apellido|y apellidos>) = name
<apellido|apellidos|nombres|titular|nombre de pila> = name
nombre (que aparece) <en|de> (la|mi) tarjeta = name
(la|mi) tarjeta = card
tarjeta de <credito|debito> = card
(el) <numero|numeros|numeracion> (<de|en> (la|mi) tarjeta) = card
numero largo = card
<16|dieciseis> <digitos|numeros> = card
<vencimiento|caducidad|expiracion|vigencia|validez> = expiry
(la) fecha (de <vencimiento|caducidad|expiracion|vigencia|validez|la tarjeta>) = expiry
<mes|año|ano> (de <vencimiento|caducidad|expiracion>) = expiry
(el) mes y (el) <año|ano> = expiry
cuando <vence|caduca|expira> (la tarjeta|mi tarjeta) = expiry
<cvv|cvc|csc|ccv|cid|cvv2> (2) = cvv
(el) codigo (de <seguridad|verificacion|atras|la tarjeta|mi tarjeta|cvv>) = cvv
(codigo) cvv = cvv
<clave|numero|numeros|digitos> (de) <seguridad|atras|detras|reverso> = cvv
<3|tres|4|cuatro> <digitos|numeros|numeritos|cifras> = cvv
codigo <secreto|trasero|que esta atras> = cvv
(el|los|numero|numeros|codigo|lo) de <atras|detras|el reverso|la parte de atras> = cvv

[@change]
<cambiar|cambia|cambie|cambies|corrijas|modifiques|edites|cambiarlo|cambiarla|cambialo|cambiala|cambiamos|cambio|cambien|cambiame|cambieme>
<corregir|corrige|corrija|corregirlo|corregirla|corrigelo|corrigela|corrijo|corrijan>
<modificar|modifica|modifique|modificarlo|modificarla|modificalo>
<editar|edita|edite|editarlo|editarla>
<actualizar|actualiza|actualice|actualizarla|actualizarlo>
<arreglar|arregla|arregle|arreglarlo|reemplazar|reemplaza|reemplace|sustituir|rectificar|rectifica|ajustar>
volver a <poner|escribir|introducir|ingresar|dar|meter>
(poner|escribir|dar|ingresar) de nuevo
<reescribir|reintroducir|repetir>

[@wrong]
<mal|equivocado|equivocada|incorrecto|incorrecta|erroneo|erronea|errado|errada|mal escrito|mal escrita|invalido|invalida|viejo|vieja|antiguo|antigua|desactualizado|desactualizada>
mal <puesto|puesta|dado|dada|tecleado|escrito|escrita>

[@is]
<es|esta|estan|son|era|fue|estaba|parece|salio|quedo|va>

[@slip]
<error|errores|equivocacion|fallo|errata|falta|typo>

[@slipped]
(me) <equivoque|confundi>
me he <equivocado|confundido>

[@other]
<otra|otro|otros|distinta|distinto|diferente|nueva|nuevo>

[@brand]
tarjeta <de debito|de credito|prepago|extranjera|virtual|de empresa>
<visa|mastercard|master card|amex|american express|discover|diners (club)|jcb|unionpay|union pay|maestro|rupay|mir|elo|carnet|tarjeta naranja|verve|troy>
tarjetas <de debito|de credito|prepago|prepagadas|extranjeras|virtuales|de empresa|de regalo|internacionales>

[@agent]
<humano|humana|persona|agente|representante|operador|operadora|alguien|asesor|asesora|gerente|supervisor|supervisora|encargado|encargada|empleado|ejecutivo|ejecutiva|responsable|jefe|comercial|teleoperador>
persona <real|humana|de verdad|de carne y hueso|fisica>
(ser) humano
<agente|asesor|operador|alguien> <humano|real|de verdad|de carne y hueso>
(servicio|atencion) <al|de> cliente
<atencion al cliente|servicio al cliente|soporte|soporte tecnico|servicio tecnico|atencion telefonica>
gente <real|de verdad>

[@payment]
(el|este|mi|la|esta) <pago|pedido|compra|transaccion|orden|operacion|proceso|cobro|tramite|sesion|reserva|factura|cargo>
<todo esto|todo el proceso>

[@bot]
<bot|robot|maquina|ia|computadora|ordenador|chatbot|programa|humano|humana|persona|chatgpt|inteligencia artificial|automatico|alguien real|contestador>
persona <real|de verdad>
(ser) humano
asistente virtual

[@otherpay]
<paypal|bizum|klarna|efectivo|cheque|transferencia|criptomonedas|cripto|bitcoin|oxxo|pix|nequi|daviplata|yape|plin|iban|domiciliacion|contrareembolso|contra reembolso>
<mercado pago|mercadopago|apple pay|google pay|transferencia bancaria|giro|cuenta bancaria|deposito|tarjeta regalo|debito directo|en efectivo|por transferencia|por telefono|contra entrega>

[@language]
<español|espanol|castellano> = es
<ingles|english> = en
<frances|aleman|italiano|portugues|hindi|tailandes|chino|mandarin|japones|ruso|arabe|holandes|polaco|turco|coreano|catalan|euskera|vasco|gallego|ucraniano|griego|sueco|guarani|quechua|rumano|valenciano> = other
<francais|deutsch|italiano|portugues|catala> = other

[@data]
(todos) <datos|informacion|info> (personales|personal|de la tarjeta|de mi tarjeta|bancarios)
<todo lo mio|mi cuenta|mi informacion>

[@bad]
<ridiculo|ridicula|absurdo|estupido|estupida|molesto|frustrante|terrible|horrible|inutil|inaceptable|indignante|patetico|tonto|tonta|idiota|basura|desastre|porqueria|mierda|vergüenza|verguenza|locura|broma|tomadura de pelo|perdida de tiempo|pesadilla|pesimo|pesima|malisimo|un asco|un robo|fastidio|increible|lamentable>
<muy lento|muy complicado|demasiado lento|demasiado complicado|tan dificil|tan lento|tan complicado>

[@do]
<necesita|necesitas|necesitan|quieres|quiere|quieren|pides|pide|piden|piden|requieren|requiere|requieres|hace falta|tengo que dar|debo dar|tengo que decir|tengo que darte|tengo que darle|preguntas|pregunta|solicitan|solicitas|exigen|necesitais|pedis>

[@give]
<dar|darte|darle|darles|dartelo|darselo|dartela|darsela|decir|decirte|decirle|decirlo|decirtelo|decirselo|compartir|compartirlo|compartirla|escribir|poner|ponerlo|ingresar|revelar|facilitar|proporcionar|enviar|mandar|responder|contestar|entregar>

[@gave]
<di|dije|puse|escribi|mande|envie|ingrese|respondi|conteste|dado|dicho|puesto|escrito|enviado|mandado|ingresado|respondido|meti|introduje|facilite|pase>

[@want]
<quiero|quisiera|quería|queria|necesito|deseo|me gustaria|prefiero|puedo|podria|podemos|vengo a|voy a|tengo que|quieres que|podrias|puedes|hay que|puede|podria usted|dejame|dejeme|dame|deme|vamos a|ponme con|poneme con>
(me) gustaria

[@talk]
<hablar|hable|comunicar|comunicarme|comuniqueme|comunicame|contactar|contactarme|pasar|pasame|paseme|transferir|transfiereme|transfierame|chatear|conectar|conectame|conecteme|derivar|ponme|pongame|llamar|hablarle|hablo|escalar|pongan|pasenme>

[@can]
<puedo|puede|puedes|podria|podrias|podemos|pueden|se puede|debo|tengo que|hay que|deberia>

[@take]
<aceptan|aceptas|acepta|toman|tomas|admiten|admites|admite|soportan|reciben|trabajan con|aceptais|cogen|sirve|sirven|vale con|valen>

[@store]
<guardaran|almacenaran|guardareis|guardan|guardas|guarda|guardais|almacenan|almacena|almacenas|conservan|registran|graban|recuerdan|comparten|venden|guardar|almacenar>

[@safe]
<seguro|segura|seguros|confiable|fiable|legal|legitimo|legitima|estafa|fraude|timo|phishing|protegido|protegida|protegidos|encriptado|cifrado|confiables|peligroso>

[@amount]
<total|monto|importe|precio|costo|coste|cantidad|saldo|valor>

[@wallet]
(la|mi|el) <cartera|billetera|tarjeta|bolso|bolsa|gafas|lentes|anteojos|monedero|movil|celular|mochila>

[@undo]
<cancelar|cancelarlo|cancelarla|anular|anularlo|anularla|parar|detener|abandonar|salir|terminar|dejarlo|desistir|cambiar|cambiarlo|cambiarla|modificar|modificarlo|modificarla|corregir|corregirlo|actualizar|reiniciar>
<empezar de nuevo|volver a empezar|volver atras|borrar todo|usar otra tarjeta>

[@undid]
<cancelaste|cancelaron|cancelasteis|canceló|anulaste|anularon|anulasteis|anuló|cambiaste|cambiaron|cambiasteis|modificaste|modificaron|actualizaste|actualizaron|corregiste|corrigieron|reiniciaste|reiniciaron|detuviste|detuvieron|paraste|pararon>

[@undone]
<cancelado|cancelada|anulado|anulada|cambiado|cambiada|modificado|modificada|actualizado|actualizada|corregido|corregida|reiniciado|detenido|parado>

[@sometime]
<mas tarde|mas adelante|despues|luego|otro dia|en otro momento|en cualquier momento|cuando quiera|cuando sea|mañana|una vez|antes|si>

[@approval]
<verificacion|autenticacion|autorizacion|aprobacion|confirmacion|comprobacion>
<lo del banco|el paso del banco|codigo del banco>

[@bill]
(la|mi|una|el|mis|un) <factura|recibo|cuenta|facturas|pedido|compra|deuda|recibos|pago|multa|renta|alquiler|boleto|boletos|suscripcion|reserva|entrada|entradas|cuota|mensualidad>

# --- sí y no: lo que no basta como mensaje entero está en commands.lex ---

# Lo que se hace con un pago, y a qué: ante el resumen, juntos son una orden, aunque no un sí a secas.
[hace]
(me|le|les|se|lo|te)+ <<realiz|efectu|ejecut|proces|tramit|complet|finaliz|concret|liquid|liber|carg|descont|debit|cobr|pag|abon|pas|tom|sac|autoriz>_<a|á|e|ar|o|amos|en>_(me|lo|la|le|los|melo)>
(me|le|les|se|lo|te)+ <<realic|efectú|cargu|pagu|saqu|autoric|finalic|descuent|aplic|apliqu|concluy|emit>_<a|e|en|emos|o>_(me|lo|la|le|los)>
(me|le|les|se|lo|te)+ <haga|hagan|haz|hacer|hacé|hagamos|hazme|hágame|háganme|haceme|haced|aplicar|aga|proceda|procedan|procede|proceder|procedé|prosiga|dale|dele|métele|échale|dar|dé curso|agarra|agarre|agarren|pícale|píquele>

[hecho a]
(a|al|con|el|la|los|las|mi|este|ese|esa|esta|nuestro|nuestra|su|del|de|dicho|dicha|todo)+ <pago|cobro|cargo|operación|transacción|tarjeta|visa|mastercard|plástico|dinero|plata|lana|importe|monto|total|débito|compra|cuenta|trámite>

[pay]
{hace} {hecho a}
(ya)+ <puede|puedes|pueden|podés|podéis> (ya|usted)+ {hace}
(te|le|les|os)+ <digo|pido|ruego|encargo|repito|solicito> que (ya)+ {hace}
para que {hace} (ya|ahora)+
(que)+ se <lleve a cabo|efectúe|ejecute|realice|procese|formalice|concrete|haga efectivo|dé curso a> {hecho a}
<llevar a cabo|lleve a cabo|lleven a cabo|dar curso a|dé curso a|den curso a|haga efectivo|hagan efectivo|formalice|formalicen|formalizar|consuma|consume|materialice> {hecho a}
<sírvase|sírvanse|tenga a bien|tengan a bien|le agradeceré|agradeceré|le agradecería|agradezco|le agradezco|solicito|pido|encarezco> (que|el favor de|la amabilidad de)+ {hace} ({hecho a})+
(por la presente|formalmente|expresamente|yo|nosotros)+ (le|les|lo)+ <autorizo|autorizamos|instruyo|faculto|consiento|apruebo|ratifico|avalo> {hecho a}
(le|les|os|te)+ <doy|damos|otorgo|otorgamos|extiendo|manifiesto|expreso|presto|reitero|confirmo> (mi|nuestra|nuestro|la|el|plena|pleno|total|entera|expresa|expreso)+ <consentimiento|conformidad|autorización|aprobación|anuencia|beneplácito|visto bueno|asentimiento|aquiescencia|venia|aval>
(queda|quedan|está|están) (usted|ustedes)+ <autorizado|autorizada|autorizados|facultado|facultada|facultados>
<toma|tome|tomen|agarra|agarre|llévate|llévese> (mi|el|la)+ <dinero|plata|lana|pasta>
[yes]
<positivo|copiado|espectacular|perfectísimo|exactísimo|justamente|lógico|evidente|fijo|piola|bacano|sobres|afirmo|conformes|firmado|vamo>
<haced|hacedlo|pagad|pagadlo|cargadlo|proceded|adelantad> (el|con el|este)+ (@payment)
<compro|lo compro|pagamos|lo pagamos>
<claro|por supuesto|desde luego|obvio> que (lo|la|les|yo)+ <autorizo|acepto|confirmo|apruebo|quiero>
<hazme|hágame|haceme|me hace|me haces> el favor de <cobrar|cobrarlo|cobrarme|proceder|hacerlo|pagarlo>
<perfecto|genial|excelente> <todo|así>
(sí) a todo
son mis datos
hagamos eso
vamos <a ello|para adelante|con ello|a hacerlo>
<quiero|necesito|deseo> que (me|lo|la|se)+ <cobres|cobre|cobren|cargues|cargue|proceses|procese|procedas|proceda> (a|en|de) (mi|la|esa|esta)+ (tarjeta)
<dale|hágale|métale> con <toda|confianza|ganas|fe>
(eso|exactamente)+ <es|fue> lo que (yo) <pedi|quiero|queria|compre|quise>
eso (es lo que) quiero
(si|sí)+ <es|esa es|esta es> (la)+ tarjeta <correcta|buena|mia|indicada>
<esa es|es|con> (la|mi)+ tarjeta
<déle|mándelo|mándalo|cerrado|cerramos|trato|negocio cerrado|a por ello|palante|cuando gusten|visto bueno|así nomás|todo suyo|faltaría más|claro hombre|claro mujer>
que (se|lo|me|la)+ <pague|cobre|cobren|proceda|procedan|haga|procese|carguen|cargue>
(ya)+ <puede|puedes|pueden|vaya|ve|vayan|vete> (ir|irlo|irme)+ <cobrando|cobrándolo|cobrándome|procesando|cargando|tramitando>
(ya)+ se puede <cobrar|pagar|proceder|procesar|cargar>
ya <puede|puedes|pueden>
<hazme|hágame|haceme> (el) <cobro|cargo|pago>
<haga|hagan|haz> el favor de <cobrar|proceder|cobrarlo|continuar>
no (le) <veo|encuentro> (ningún) <problema|problemas|pega|pegas|inconveniente>
no me opongo
<ningún|cero|sin> <problema|problemas|pega|pegas>
<con|bajo|tiene|tienen|tienes> mi <consentimiento|autorización|permiso|aprobación|bendición>
<entendido|leído|visto|revisado|comprobado|verificado> y <conforme|correcto|aceptado|de acuerdo>
(todo) <quedó|está|va|salió|quedo> <perfecto|claro|conforme|magnífico|fenomenal|estupendo>
no (hay|tengo|hace falta)+ (que|nada que)+ <cambiar|corregir|modificar> nada
<va|vamos|voy> con todo
va para adelante
<magnífico|maravilloso|formidable|fabuloso>
(tal) cual está
<cien por cien|al cien por ciento|cien por ciento> (sí|seguro|correcto)
<👍|✅|👌|🫡|🤝|✔|☑>
<confirma|confirme|confirmen|por mi bien|hágase|cóbrese|venga va|a huevo|simón que sí|es mi tarjeta|esa es mi tarjeta>
te digo que <sí|si>
(mi) respuesta es <sí|afirmativa>
<realicen|efectúen|procesen|ejecuten|completen|tramiten|finalicen|utilice|utilicen|utiliza|carguen|descuenten|descuéntelo|confirmen|autoricen|aprueben|usen|paguen|concreten|concretemos|finalicemos|terminemos> (@payment|@field|esto|todo|esa tarjeta|pago|cobro|cargo|compra)
<procedo|prosigan|continuamos|seguimos|avancemos> (con @payment|adelante|a confirmar|a pagar)
<finalizar|pago confirmado|pago aprobado|pago autorizado|compra confirmada|manos a la obra|esa misma|esa misma tarjeta|esa tarjeta|esa está bien>
<acepto|apruebo|autorizo|confirmo> @amount
<todo|bien todo|va todo|todo va|va bien|todo esta> bien
<correcto|correctos|correcta|exacto|bien> (todo|los datos|la información|por aquí|el resumen)
<oks|okas|okei|okeyy|confirmadísimo|correctísimo|clarín|clarinete|shi|sipp|sisas|nítido|tuanis|fierro|ya rugiste|ya estas|ya vas|eso esta hecho|marchando|chachi|perfecto perfecto|vamos allá>
<síguele|síganle|échenle|ponle|pónganle|póngale|tiren|tírale|métanle|procésenlo|realícenlo|efectúenlo|ejecútenlo|cárguenlo|descuéntenlo|debítenlo|cobradlo|cobradme|cóbrenmelo|cárgalos|cóbralos|cóbrelos|mételo|métalo|ejecútalo|realízalo|efectúalo|complétalo|concrételo|concrétalo>
(no) (tengo|veo|hay|sin|encuentro)+ (ningun|ninguna) <inconveniente|observaciones|errores|objeción|comentarios>
haga <efectivo|efectiva|válido|válida> (@payment)
<de acuerdo|conforme> con (@payment|todo|los datos|eso|lo anterior)
(mi) <decisión|respuesta|confirmación> (es|esta) <afirmativa|positiva|dada|hecha|sí>
(todo) (lo) (que) <dice|aparece|sale|pone|figura> (ahí|arriba|en el resumen|en pantalla)+ (es|esta) <correcto|bien|perfecto>
<queda|quedo|quedan|esta|considerelo|considéralo> <confirmado|confirmada|aprobado|aprobada|autorizado|autorizada|aceptado>
(me) <lo|la> <cobras|cobra|cobran|pago|pagas> (ya|ahora|a mi)

[deny]
(entonces|pues|ya|mejor)+ no (lo|la) <pago|pagare|compro|quiero pagar>
<nunca|jamas|no> (yo) (he)+ <dije|dicho|dijimos> que <sí|si>
<confirmo|obvio|claro|veo|creo|parece|afirmo|aseguro> que (todo|eso|esto) <esta|es> <mal|incorrecto|falso|equivocado>
(mejor) digo (que) no
<en desacuerdo|desacuerdo>
no <vale|dale|va|sale>

no doy mi <consentimiento|autorización|aprobación|conformidad|permiso>
ni de coña
<no|nop|nope|nel|nanai|nanay|noo|nooo|nah|ño|naa>
no <gracias|quiero|señor|señora|todavía|aún|ahora|por ahora|por el momento|de momento|así|creo|lo creo|confirmo|acepto|autorizo|apruebo|procede|proceda|proceder|continuar|es así|para nada|nunca|jamás|en absoluto|me gusta|está>
no <es|está|esta|está todo|me parece> <correcto|correcta|bien|cierto|verdad|exacto>
no lo <hagas|haga|confirmes|confirme|cobres|cobre|quiero|confirmo|acepto|autorizo|apruebo|proceses>
no <cobres|cobre|cobren|pagues|procedas|proceda|continúes|continúe|sigas|confirmes|confirme|proceses|procese|cargues|hagas|haga> (nada|aún|todavía|eso|el cobro|el pago|mi tarjeta|el cargo)
no estoy (de acuerdo|conforme)
no (son|están) <correctos|bien> (los datos)
<incorrecto|incorrecta|mal|falso|negativo|nunca|jamás|tampoco|negado|rechazo|rechazado|nada de eso|qué va|ni hablar|ni loco|ni loca|ni modo|ni de broma>
<eso|esto|todo|así> <es|está|esta> <mal|incorrecto|equivocado|falso>
está (todo) <mal|incorrecto|equivocado>
es <incorrecto|falso>
<eso|así|esto> no <es|está|es así|es correcto|está bien>
<así|ya> no
<claro|por supuesto|desde luego|obvio|obviamente|definitivamente|absolutamente|ciertamente> que no
<definitivamente|absolutamente|desde luego|todavía|aún|ahora|mejor|creo que|pues|que> no
<para nada|de ninguna manera|de ningún modo|en absoluto|bajo ningún concepto|en ningún caso|ni en sueños>

# Lo que dice quien acaba de confirmar en su banco: pregunta por el estado, y solo mientras se espera al banco.
[done]
ya
(ya) (de|yo|estoy|ando)+ <volví|volvi|regresé|vine|vuelta|aqui> (otra vez|de nuevo|de vuelta)
<volví|volvi|regresé|ya volví|ya volvi|ya regresé|aqui estoy|de vuelta|listo ya|ya vine|ya estoy aqui>
(ya) (me) <salio|dice|aparece> (que) (esta) <aprobado|aprobada|exitoso|exitosa|confirmado|ok>
(ya) <listo|lista|hecho|está|está hecho|está listo|quedó|terminé|acabé|estuvo|lo hice|la hice|lo hice ya|lo confirmé|lo aprobé|lo autoricé|lo acepté|lo verifiqué|he terminado|he acabado|lo he hecho|lo he confirmado|lo he aprobado|lo he autorizado|confirmé|aprobé|autoricé|acepté|verifiqué|confirmado|aprobado|autorizado>
(ya) <lo|la> <confirmé|aprobé|autoricé|acepté|verifiqué|hice> (en|con|desde) <mi banco|el banco|la app|mi app|la aplicación|el celular|el móvil|mi móvil|el teléfono|la app del banco>
(ya) <puse|metí|ingresé|introduje|escribí|mandé|di> <el|ese|un> <código|clave|sms|pin> (del banco|de la app|que me llegó|en la página|ahí|allá)
(ya) <confirmé|aprobé|autoricé|acepté|verifiqué> (el pago|el cargo|la compra|la operación|todo) <en|con|desde> <mi banco|el banco|la app|mi app|la aplicación|el celular|el móvil|mi móvil|el teléfono|la app del banco>

# --- órdenes ---
[cancel]
<quiza|quizas|tal vez|a lo mejor> (mejor|lo|ya|deberia)+ <pare|paro|paramos|parar|cancelo|cancelar|dejo|dejarlo>
<solicito|pido|exijo|quiero|quisiera> <cancelacion|anulacion>
mejor (lo|la) <dejamos|dejo|dejarlo|desistir>
<retira|retire|retirar|retiren|revierte|revierta|revertir> @payment
<deten|detener|detenga|detengan> <todo|esto|eso>
@want <cancelar|anular> <todo|todo esto|esto|eso>
<cancelar|cancela|cancele|cancelen|cancelo|cancelado|cancelarlo|cancelarla|cancelalo|cancelelo|cancelala|cancelela|cancelemos|cancelame|canselar|cansela|canselen>
<anular|anula|anule|anularlo|anulalo|anulelo|anulen|abortar|aborta|aborte|suspende|suspender|suspenda>
<deten|detener|detenga|detenlo|detengan|interrumpir|interrumpe|termina|terminar|termine|acaba|elimina|descarta|revoca> @payment
@want <parar|salir|salirme|dejarlo|terminar|detener|detenerme|irme|abandonar|desistir|dejar esto|cerrar|retirarme>
no quiero <pagar|seguir|continuar|hacer esto|comprar|nada|hacerlo|esto|eso|el pedido|la compra|proceder|completar|comprarlo|pagarlo|saber nada>
ya no <lo|la> quiero
ya no quiero
ya no <quiero|deseo|me interesa>
no <voy a|pienso|deseo|pretendo|quiero> <pagar|continuar|seguir|comprar|hacerlo>
no me interesa
<olvidalo|olvidelo|olvidemoslo|olvidate|olvidese|olvida eso|olvida esto|olvida el pago|olvida todo|olvidenlo> (de) (@payment)
<dejalo|dejelo|dejemoslo|dejalo estar|dejenlo|dejalo ya>
<he cambiado|cambie|cambio|he cambiado mucho> de <opinion|idea|parecer>
me arrepenti
me <he arrepentido|rindo|retiro|salgo|voy de aqui>
<detente|detenganse|detengase>
<sal|salir|salgo|sacame> de <aqui|esto|este chat>
abandono
@want que <canceles|cancele|cancelen|anules|anule|pares|pare>
dar de baja @payment
<mejor|prefiero> no <pagar|pago|sigo|seguir|continuar>
paso de <esto|pagar>
no hay <pago|trato|compra>
<al|que se vaya al> carajo con esto

[cancel alone]
<para|pare|paren> <pago|cobro|cargo|proceso|operacion|transaccion|esto|todo|ya|ahora|aqui|inmediatamente>
<pare|paren|alto|stop|detener|deten|salir|salgo|terminar|termina|termine|fin|cancelacion|cancelado|abandonar|quit|exit|abortar|parar|olvida|dejar|chao cancela>

[restart]
@want <comenzar|empezar|iniciar> <otra vez|de nuevo|de cero|desde cero>
<vamos|vuelve|volver|ir|volvamos> al <principio|inicio|comienzo>
<empezar|empieza|empiece|empecemos|empiezo|empezamos|comenzar|comienza|comience|comencemos|iniciar|inicia|inicie|arrancar|arranca> <otra vez|de nuevo|nuevamente|de cero|desde cero|desde el principio|desde el inicio|desde el comienzo|por el principio|del principio|de vuelta|a cero>
volver a <empezar|comenzar|iniciar>
<vuelve|vuelva|volvamos|vuelvo> a <empezar|comenzar|iniciar>
desde (el) <principio|inicio|comienzo|cero>
de cero
desde el mero <principio|inicio|comienzo>
<volver|vuelve|ir|volvamos|regresar> al <principio|inicio|comienzo>
<reiniciar|reinicia|reinicie|reiniciemos|reinicialo|reinicielo|resetear|resetea|resetee|recomenzar|recomienza>
<borra|borrar|borre|limpia|limpiar|elimina|rehacer|repetir|cambiar|cambia> <todo|todo lo anterior|todo lo que puse>
todo (de) <nuevo|vuelta|otra vez>
todo otra vez
@want <empezar|comenzar|arrancar> de <cero|nuevo>
<borron y cuenta nueva|hagamoslo de nuevo|hazlo de nuevo|haga todo de nuevo|hacerlo todo de nuevo>

[restart alone]
<reset|reinicio|restart|de nuevo|otra vez desde cero>

[change]
<esa|esta> tarjeta no = card
perdi <esa|esta> tarjeta = card
no <vence|caduca|expira> (entonces|ese mes|esa fecha|esta fecha|ese año|ese dia|en fecha|fecha|mes|año) = expiry
@field <le|se> falta <acento|letra|tilde>
<falto|falta> <acento|letra|tilde> ... @field
prefiero pagar con @brand = card
<prefiero|mejor> (con) mi @brand = card
<mejor|prefiero|quiero> <uso|usar|pagar con> (la|mi) @brand = card
@change @field
@change ... @field
@change <eso|esto|algo|una cosa|unas cosas|un dato|los datos|mis datos|datos|informacion|la informacion|lo que puse|lo que escribi|mi respuesta|lo anterior|lo ultimo>
@want @change
<hacer|hacerle> <un|unos|una> <cambio|cambios|correccion|modificacion>
@field @is @wrong
@field @wrong
@is @wrong @field
<hay|tengo|puse|son> datos <equivocados|mal|incorrectos|erroneos>
<hay|tiene|tengo|veo|cometi|hice|hubo> @slip <en|con|de> @field
<hay|tiene|veo|cometi|hice|hubo|es> @slip
@slip <en|con|de> @field
@slipped <poner|escribir|dar|teclear|meter> @field
@slipped
<puse|escribi|di|ingrese|meti|teclee|introduje> mal @field
<puse|escribi|di|ingrese|meti|teclee|introduje> @field mal
<puse|escribi|di|ingrese|meti|teclee|introduje> <mal|otra cosa>
@field no <es|esta|son> <mio|mia|correcto|correcta|bien|ese|esa|nombre|tarjeta|numero|asi|buena|bueno>
<ese|esa|eso|este|esta|ese> no es @field
<ese|esa|eso|este|esta> no es <correcto|correcta> @field
no es @field
@other @field
@field @other
<usar|usa|use|prefiero|quiero|pon|cobra|cobralo en|carga|mejor|con|pago con> (con) @brand <en vez|mejor|en su lugar|en lugar> = card
<usar|usa|use|pon|cobra|cobralo en|carga|mejor|pago con|quiero usar> (tarjeta) @brand = card
<usar|usa|use|quiero|con|pagar con|pago con|mejor> otra = card
la otra tarjeta = card
<anula|cancela|cancelar|quita|quitar|olvida|descarta|cancele|quite> @field
<borra|borrar|elimina|eliminar|borre|elimine> <@name|@expiry|@cvv>
<anula|cancela|cancelar|borra|elimina|olvida> ... @field @is @wrong
@field <deberia|debe|tiene que> <ser|decir|poner>
@field <cambio|vencio|caduco|expiro|esta bloqueada|esta vencida|esta caducada|ha caducado|ha cambiado|no sirve|no funciona>
<volver|vuelve|vuelva|volvamos|regresar|regresa|regresemos|ir|llevame|regrese> (de nuevo) @field
@field <de nuevo|otra vez>
<algo|algun dato> esta mal
<hay algo|algo> (que) <mal|incorrecto|equivocado|no cuadra>
problema con @field
@field <equivocado|equivocada|incorrecto|incorrecta|erroneo|erronea>
me refiero a @field
<corrijo|rectifico>

[change alone]
@change
<correccion|cambio>

[back]
<volver|vuelve|vuelva|volvamos|regresar|regresa|regrese|regresemos|ir|vamos|ve|echa> (hacia|para|un paso) atras
un paso <atras|hacia atras>
<retrocede|retroceder|retroceda>
<volver|vuelve|regresar|regresa> un paso
paso atras
<volver|vuelve|vuelva|regresar|regresa|regrese|ir|regresemos> <paso|pregunta|punto|campo|pantalla> <anterior|previo|previa|de antes>
paso <atras|anterior>
<paso|pregunta|pantalla> <anterior|previa>
<para|hacia|marcha> atras
<deshacer|deshaz|deshaga> <eso|lo ultimo|el ultimo>
lo anterior

[back alone]
<regrese|vuelva|volve|regresa|retroceda>
atras = cvv
<anterior|volver|regresar|retroceder|regresa|vuelve|deshacer|previo|back>

# --- lo demás ---
[why]
por que @do (que) (de) @field
por que @do (saber|dar|dar te) @field
para que @do (saber) @field
por que ... @field
para que ... @field
para que <es|sirve|quiere|quieres> @field
<por|para> que @do (saber) <eso|esto|tanto|tantos datos|todo eso|todo esto>
para que @do
por que tengo que @give
por que <pides|pide|piden|preguntas|lo pides>
de verdad @do @field
<necesario|obligatorio|imprescindible|importante> @give @field
<necesario|obligatorio|imprescindible|obligatoria|necesaria> @field
@field <necesario|obligatorio|imprescindible|obligatoria|necesaria>
tengo que @give @field
que <hacen|van a hacer|haces|vas a hacer> con @field
hace falta @field

[why alone]
<por que|para que|y eso por que|y para que|por que razon|con que fin|para que es eso|para que es|para que sirve|por que no|y por que|por que eso>
<es necesario|es obligatorio|necesario|obligatorio>
por que <necesitas|necesita|pides|pide|piden>
para que lo <quieres|quiere|quieren|necesitas|necesita|necesitan>
tengo que hacerlo

[what]
@field que es
que (numero|numerito) es <ese|este>
que <es|son|significa|quiere decir> (eso de) @field
cual es @field
cual @field
a que @field
que <nombre|numero|codigo|fecha|tarjeta>
de quien
a nombre de quien
donde <esta|estan|aparece|sale|viene|encuentro|veo|miro|busco|encuentra|puedo encontrar|puedo ver|ve|queda|hallo|dice|tengo que mirar> @field
donde ... @field
como <encuentro|veo|se|consigo> @field
no <encuentro|veo|hallo|localizo> @field
no se <que|cual|donde|como> (es|esta|son|encontrar) @field
no se @field
no entiendo que es @field
<explica|explicame|expliqueme|define|describe> (que es) @field
que significa @field
que <formato|forma|orden|manera>
como <escribo|pongo|doy|introduzco|ingreso|digo|tecleo>
como (debo|tengo que|hay que|lo|la) <escribir|poner|escribe|pone|escribirlo|ponerlo|escribirla|ponerla>
cuantos <digitos|numeros|caracteres>
mes o <año|ano>
el mes o el <año|ano>
<año|ano> (con) <dos|cuatro|2|4> (digitos|cifras)
<delante|adelante|atras|detras> o <delante|adelante|atras|detras>
<con|sin> <espacios|guiones|acentos|tildes>
ejemplo
nunca <he oido|oi> <de|hablar de> @field

[what alone]
(esta|estan|viene|sale|aparece|lo tiene)+ (en|por) (la parte de|el lado de) <atras|detras> = cvv
<el|los> de <atras|detras> = cvv
que @field
que es
que <significa|quiere decir>
<donde|donde esta|donde lo veo|donde lo encuentro|donde aparece|donde viene|cual|cual de ellos|cual de todos|ejemplo|que quieres decir|a que te refieres|a que se refiere|como asi>
no lo <encuentro|veo>

# De lo que no habla ninguna respuesta de un operador.
[card words]
<tarjeta|tarjetas|cvv|cvc|cid|pin|nip|clave|contraseña|iban|vencimiento|caducidad|código de seguridad>

[help]
si no <sale|pasa|funciona|entra|se hace|se completa> (@payment|eso|esto|@field) que <pasa|hago|sucede|ocurre> = general
<es|sera|eso es|esto es|pongo|meto|doy|va> (el|mi|tu|su|la|de|del|mismo|lo|que)+ <pin|nip|clave> (cajero|de cajero|del cajero|tarjeta|de la tarjeta|secreta) = pin
<pin|nip> (o|u) @field = pin
@field (o|u|es) <pin|nip> = pin
<necesitas|quieres|piden|pides|doy|hace falta|necesita> <pin|nip> = pin
<tienen|tiene|hay|cual es> <telefono|correo|email|contacto|direccion> = general
y si <cancelo|anulo|paro|cambio|desisto> = general
si <cancelo|anulo|paro> (el pago) que pasa = general
<que|cuanto> vale (esto|eso) = payment
cuanto <cuesta|vale|es|cobran> (la) cancelacion = payment
<puedo|se puede|podria|puede|podemos|podre> @undo ... @sometime = general
<podre|podré|voy a poder|podria yo> @undo = general
<es|sera|seria> posible @undo ... @sometime = general
<es|sera> posible @undo = general
<deberia|deberiamos|debo> @undo = general
<tengo|hay> (la) <opcion|posibilidad|manera|forma> de @undo = general
que <pasa|sucede|ocurre|pasaria> si (luego|despues) (quiero) @undo = general
y si (luego|despues) quiero @undo = general
no (he) <llega|llego|ha llegado|recibo|recibi|recibido> (ningun) <codigo|sms|mensaje|correo|aviso|notificacion> = general
no (me|se) <abre|carga|deja entrar|deja abrir|funciona> <enlace|link|pagina|banco|app|aplicacion> = general
no <puedo|logro|consigo> <abrir|entrar|acceder|ver|cargar> <enlace|link|pagina|banco|app|aplicacion> = general
<enlace|link|pagina|app> no <abre|carga|deja> = general
<puedo|se puede|podria|puede> <cancelar|anular> <mas tarde|despues|luego|otro dia|en otro momento> = general
quien (va a|puede) <ver|leer|recibir|tener> <@field|@data|eso|esto> = safety
<puedo|puede> <usar|pagar con|utilizar> @brand = brands
<puedes|puede|podrias|podria|pueden> ayudar = general
<puedes|puede|podrias|podria> ayudarme = general
<necesito|quiero|requiero|pido> (algo|poco) <ayuda|asistencia|instrucciones> = general
<ayudame|ayudeme|ayudenme|auxilio|socorro|echame una mano|ayudas> = general
ayuda (por favor|con esto|aqui) = general
que <puedo|debo|tengo que|hay que|puede> <hacer|decir|escribir|poner> = general
que hago = general
que opciones <tengo|hay> = general
que opciones = general
que <puedes|sabes> hacer = general
como <funciona|va|es> <esto|eso|chat|proceso> = general
como (puedo|hago|debo|tengo que|podria) <pagar|paga|pago|empezar|hacer esto|seguir|continuar> = general
como (puedo|hago|podria) <cancelar|cancela|cancelo|anular|salir|parar> = general
<cuando|donde> (puedo|puede) cancelar = general
que <pasa|sucede|ocurre|pasaria> si cancelo = general
<costo|coste|cargo|comision|tarifa|penalizacion|multa> <por|de|si> ... <cancelar|cancelo|cancelacion> = payment
no <entiendo|comprendo|entendi|capto> (nada) = general
no entiendo <nada|esto> = general
<perdido|perdida|confundido|confundida|liado|hecho un lio> = general
no se <que|como> <hacer|decir|poner|seguir|escribir> = general
<sigue|viene> <ahora|despues> = general
que mas <necesitas|falta que haga|quieres> = general
que <necesitas|quieres> de mi = general
<esto|sitio|pagina|chat|pago|todo> <es|esta> @safe = safety
<es|esta|son|sera> @safe <esto|sitio|pagina|chat|pago|dar|darte|darle|poner|pagar|aqui|hacerlo|compartir|escribir|enviar> = safety
<es|sera> <esto|sitio|pagina|chat|pago> @safe = safety
@safe <dar|darte|darle|poner|pagar|hacerlo|compartir|escribir|enviar> = safety
<es|esta|son|estan> @safe = safety
que tan @safe = safety
que tan @safe = safety
<sera|es|no sera> (una|un) <estafa|fraude|timo> = safety
<puedo|como puedo|se puede> <confiar|fiarme> = safety
como se que <esto|es|no> = safety
quien (puede|mas) <ve|ver|vera|lee|leer|accede|tiene acceso|recibe> <@field|eso|esto|numero> = safety
@store @field = safety
@store <eso|esto|los> = safety
<lo|la|los> @store = safety
@field <esta|estan|es|queda> <guardado|guardada|a salvo|protegido|protegida|segura|seguro|cifrado|cifrada> = safety
datos <estan|son> <seguros|protegidos|a salvo> = safety
<pueden|van a|puede> <robar|estafar|hackear|clonar|estafan> = safety
<miedo|temor|preocupa> ... <fraude|seguridad|estafa|estafen|roben|robo|dar|tarjeta> = safety
que <tipo|tipos|clase|clases> de tarjetas = brands
<que|cuales> tarjetas = brands
con que tarjetas = brands
@take (con|tarjeta|tarjetas|pagos con) @brand = brands
<puedo|se puede> <usar|pagar con|utilizar> @brand = brands
@brand <sirve|vale|funciona> = brands
@take (otras) tarjetas = brands
tarjetas <aceptadas|admitidas|validas|que aceptan> = brands
cuanto <es|cuesta|vale|sale|debo|pago|tengo que pagar|voy a pagar|cobran|van a cobrar|vas a cobrar|seria|sera|hay que pagar|cobras|les debo> = payment
cual es @amount = payment
de cuanto = payment
que <estoy|voy a> <pagando|pagar|comprando> = payment
que (me) <estan cobrando|estas cobrando|van a cobrar|cobran> = payment
de que es <pago|cobro|cargo|factura> = payment
a quien (le) <pago|estoy pagando|va el dinero> = payment
quien <recibe|cobra> (dinero|esto|pago) = payment
que moneda = payment
cuando <van a cobrar|cobran|cobraran|se cobra|cobras> = payment
dime @amount = payment

# De una tarjeta que no se lee, del dinero y de la otra parte.
<@cvv|codigo|numeros|digitos|@field> (ya|esta|estan|se|no)+ <borrado|borrada|borrados|borradas|ilegible|ilegibles|gastado|gastada|gastados|borroso|borrosa|rayado|desgastado|borro|borraron|ha borrado> = worn
(ya) no se <lee|leen|distingue|puede leer|pueden leer|alcanza a leer> (nada|bien|@field|codigo|numeros|digitos)+ = worn
no (lo|la|los|se)+ <alcanzo a leer|puedo leer|leo> (bien|@field|codigo|numeros)+ = worn
<hay|tiene|tienen|cobra|cobran|cobras|agregan|suman> (algun|alguna|una|un)+ <cargo|costo|coste|comision|comisiones|recargo|recargos|gasto|cargo extra|cargo adicional|costo adicional|costo extra> = fees
<cargos|costos|comisiones|recargos|gastos> <extra|adicionales|ocultos> = fees
cuanto (es|cobran|cobras|seria) (de|la)+ comision = fees
<incluye|incluyen|lleva|trae|tiene|mas> (el|los|ya)+ <iva|impuesto|impuestos|igv> = tax
<iva|impuesto|impuestos|igv> <incluido|incluidos|aparte|adicional> = tax
<con|sin> (o sin)+ <iva|impuestos|igv> = tax
cuanto (es|hay|son) (de|el|los)+ <iva|impuesto|impuestos|igv> = tax
<aparece|aparecera|sale|saldra|figura|figurara|vere|dira|aparecer|salir> (el|este|cobro|cargo|pago|reflejado|como)+ en (mi|el) <estado de cuenta|estado|extracto|resumen> (de la tarjeta) = statement
<quien|quienes> <es|son> (el|la|los|este|esta)+ <comercio|vendedor|beneficiario|tienda|empresa|negocio> = payee
como (puedo|podria)+ <se|saber|comprobar|verificar> (que|si) (esto|eso)+ <es|son|eres> <de verdad|realmente|verdaderamente|autentico|ellos> (...) = genuine
<es|son> <de verdad|realmente> <de|ellos|tienda|comercio|empresa> (...) = genuine
<demuestrelo|demuestralo|pruebelo|pruebalo> = genuine
hasta cuando (puedo|se puede|tengo|hay|puede) (pagar|pagarlo|plazo|para pagar|tiempo)+ = deadline
cuanto tiempo (tengo|hay|queda|me queda) (para|pagar|esto)+ = deadline
cuando <vence|expira|caduca|cierra> <pedido|orden|enlace|link|oferta|factura|sesion|reserva> = deadline
<cual es|hay> (el|algun|un)+ <plazo|fecha limite|limite de tiempo|tiempo limite> = deadline
cuanto dura <pedido|enlace|link|sesion|oferta|reserva> = deadline
<puedo|podria|se puede|podemos|quiero|prefiero|quisiera|gustaria|voy a> <pagar|pagarlo|hacerlo|pago|terminar|seguir|continuar> (esto|eso)+ <despues|luego|mas tarde|mas adelante|mañana|otro dia|en otro momento|la proxima semana|el lunes|cuando cobre|a fin de mes> = pay later
<pagar|pago|pagarlo> (esto|eso)+ <despues|luego|mas tarde|mas adelante|mañana|otro dia|en otro momento|la proxima semana|el lunes|cuando cobre|a fin de mes> = pay later

[help alone]
<quien|quienes> <es|son> ... = payee
<comision|comisiones|recargo|recargos> = fees
<iva|impuestos|igv> = tax
<estado de cuenta|extracto> = statement
que <paso|ha pasado|fallo|salio mal|fue mal> = declined
por que (me) (la|lo) <rechazaron|han rechazado|rechazan|rechazo> = declined
por que (se) (ha) <fallo|fallado|rechazo|rechazado> ((la|mi) tarjeta|@payment) = declined
por que (fue|ha sido|esta) <rechazada|rechazado|denegada|denegado> ((la|mi) tarjeta|@payment) = declined
que (me) <quieres|necesitas|quiere|necesita> = general
(yo) tengo (una) <pregunta|duda|consulta> = general
(te) <puedo|puedo hacer|quiero hacer> (una) <pregunta|consulta> = general
<ayuda|help|opciones|comandos|menu|sos|instrucciones|no entiendo|no comprendo|estoy perdido|estoy perdida> = general
@amount = payment
cuanto = payment
(<es|sera|esta>) @safe = safety

[simpler]
<digalo|dilo|digamelo|dimelo|expliquelo|explicalo|expliqueme|explicame|decirlo|explicarlo|explicarmelo|decirmelo> (esto|eso|de forma|de manera)+ <mas simple|mas sencillo|mas sencilla|mas facil|mas claro|en otras palabras|con otras palabras|en palabras simples|en palabras sencillas|sencilla|simple>
<en|con> <palabras|terminos> (mas)+ <simples|sencillas|sencillos|faciles>
mas <simple|sencillo|facil|claro> por favor

[repeat]
donde (esta) <enlace|link>
<enlace|link> <expiro|caduco|vencio|ya no esta|desaparecio>
<puedes|puede|podrias|podria> <decirlo|decirmelo|preguntarlo> <otra vez|de nuevo>
<repite|repita|repitelo|repitalo|repiteme|repitame|repitemelo|repitamelo|repitan>
<puedes|puede|podrias|podria|pueden> <repetir|repetirlo|repetirmelo>
@want (que) <repetirmelo|repitas|repita>
<dilo|digalo|dimelo|digamelo|dime|digame|pregunta|preguntame|muestrame|muestra|enseñame|mandame|envia> (pregunta|resumen|mensaje) <otra vez|de nuevo|nuevamente|una vez mas>
<muestrame|muestra|enseñame|mandame> (otra vez|de nuevo) el resumen
que <dijiste|dijo|has dicho|ha dicho|preguntaste|pregunto|decias|decia|me preguntaste|me pediste|pediste|pidio>
<cual|como> <era|es> pregunta
pregunta <otra vez|de nuevo>
no <oi|escuche|lei|pille|entendi bien>
me <olvido|perdio|paso> <lo que|la pregunta|que> <dijiste|pediste>
una vez mas
como <dijo|dice|dices|dijiste|ha dicho>
<reformula|reformular|reformule>

[repeat alone]
<intentar|intentarlo|intento|pruebo|probar> <otra vez|de nuevo>
<que|como|eh|mande|perdon|disculpa|disculpe|repetir|otra vez|de nuevo|como dice|que que|eeh|cómo>
como que

[status]
(todavia|aun|sigue|y) <todavia nada|aun nada|sin novedad|sin respuesta|sigo esperando|sigue igual|nada aun|nada todavia>
(ya) <pasaron|pasan|van|llevo|hace> (como|mas de)+ <diez|10|cinco|5|veinte|20|quince|15|treinta|30|dos|varios|muchos> <minutos|min|horas>
<usaste|usaron|usasteis> (@other) @field
<empezaste|empezaron|comenzaste|comenzaron> <de nuevo|de cero|otra vez>
<volviste|volvieron> atras
(banco|app) (lo|la|me) <rechazó|rechazo|denego|nego|bloqueo> (@payment|operacion|tarjeta)
<lo|la> <rechace|denegue|rechacé>
<banco|app|aplicacion|pagina|telefono> dice (que) (esta) <aprobado|confirmado|autorizado|rechazado|denegado|hecho|listo|ok|error>
dice que <esta|fue> <aprobado|confirmado|autorizado|rechazado|denegado|hecho|listo>
<comprueba|compruebalo|compruebelo|revisa|revisalo|reviselo|verificalo|verifiquelo> (otra vez|de nuevo|ahora)
se <aprobo|autorizo|confirmo|acepto|rechazo>
por que <tarda|demora|tardan|demoran> (tanto)
que esta <pasando|sucediendo|ocurriendo>
@undid (@payment|@field|todo|algo)
<has|ha|han|habeis|habias|habian> (ya) @undone (@payment|@field|todo|algo)
<esta|fue|quedo|ha sido|sigue|estaba> (ya) <cancelado|cancelada|anulado|anulada|detenido|parado>
@payment <esta|fue|quedo|ha sido> (ya) <cancelado|cancelada|anulado|anulada|detenido|parado>
se <cancelo|canceló|anulo|anuló|ha cancelado|ha anulado|ha detenido|ha parado> (@payment)
<demasiado|muy> tarde (para) @undo
<hice|complete|termine|pase|acabe|hecho|completado|terminado|pasado> @approval
<he|ya he> <aprobado|confirmado|autorizado|verificado|aceptado|validado> (@payment|compra|todo)
ya (lo|la) <aprobe|autorice|verifique|valide> @payment
que <pasa|pasó|paso|sucede|ocurre|ha pasado> con @payment
ya (lo|la|le) <confirme|aprobe|autorice|acepte|verifique|valide> ... <banco|app|aplicacion|celular|movil|telefono>
ya <lo|la> <aprobe|autorice|verifique|valide>
cuanto (va a) <tardar|demorar|tarda|demora>
<hizo|realizo|completo|proceso|efectuo|concreto|ejecuto|cobro> @payment
ha <hecho|realizado|completado|procesado|cobrado|pagado|efectuado> @payment
<paso|entro|salio|llego|quedo|funciono|fue> @payment
<funciono|salio bien|paso el pago|se proceso|se completo|se realizo|ha funcionado|entro el pago|ya quedo|ya paso|ya se hizo|ya se cobro|se cobro|se hizo|ya salio>
@payment <paso|entro|fue|salio|esta hecho|esta listo|se hizo|quedo|funciono|se realizo|fue aceptado|fue rechazado|se ha hecho|ha pasado|se proceso>
me <cobraste|cobraron|has cobrado|ha cobrado|han cobrado|habeis cobrado|cobro|cobrasteis>
<recibiste|recibieron|has recibido|llego> <pago|dinero>
<ya esta|ya estoy|ya estamos|esta|ya quedo> <listo|lista|terminado|hecho|completo|pagado|completado|procesado|listos>
<pagué|ya pague|he pagado>
ya se <pago|pagó>
se pagó ya
ya <termine|terminamos|acabamos|acabe>
ya <esta|esta todo>
(cual es el) estado (del) @payment
<como|en que> <va|quedo|esta|anda> @payment
en que <paso|punto|parte> <estamos|vamos|voy|estoy>
donde <vamos|ibamos>
que <falta|me falta|queda|mas falta>
<falta|queda> <algo|mucho|poco|alguna cosa|algo mas>
que (datos|informacion) <tienes|llevas> (hasta ahora)
<alguna|hay> <novedad|noticia|novedades|noticias>
cuanto <falta|tarda|demora|tiempo|se tarda|mas tarda|queda>
que paso con <pago|dinero|pedido|compra>
eso es todo
es todo
sigue <procesando|en proceso>

[status alone]
<paso|ya paso>
<estado|estatus|status|terminado|pagado|que paso|que ha pasado|que ha ocurrido|que sucedio|progreso|hecho ya>

[language]
<in|to> @language
<en|al> @language
<hablas|habla|hablan|hablamos|hablar|hablemos|entiendes|hable|hableme|hablame|responde|respondeme|escribe|escribeme|contesta|cambia|cambiar|cambie|sigamos|continuar|pasar|pasamos|prefiero|quiero|quisiera|solo> (en|hablar) @language
solo <hablo|entiendo|se> @language
@language <por favor|mejor|solamente>
no <hablo|entiendo|se> (nada|bien|mucho) ingles = es
no <hablo|entiendo> (bien|mucho) español = other
<hablo|hablas|habla|hablan|hablamos> @language
<otro|cambiar de|cambiar el|cambia el|cambia de> idioma = other

[language alone]
@language
<que|cuales> <idiomas|lenguas> <hablas|habla|hay> = other
<idioma|otro idioma|idiomas> = other

[others card]
(uso|con|pago|usando) (la|una) <tarjeta|es|la|una|uso> de (mi|un|una|mis|su) <esposo|esposa|marido|mujer|mama|papa|madre|padre|hijo|hija|hermano|hermana|amigo|amiga|abuelo|abuela|tio|tia|jefe|novio|novia|suegra|suegro|pareja|vecino|vecina|padres|papas|otra persona|un tercero|alguien mas|otro|otra>
(la) tarjeta (es|esta) <prestada|ajena|a nombre de otra persona>
<tarjeta|esta|esa|@field> no es <mia|mio|a mi nombre>
no es mi tarjeta
<me prestaron|me presto|tengo prestada|me dieron> (la|una|su|esta) tarjeta
(puedo|se puede) (usar|pagar con) la tarjeta de <otro|otra|alguien>

[pressed]
(tengo a) (un|una|el|la) <señor|señora|hombre|chico|tipo|agente> (del banco|de mi banco|de la policia) (en|al|por) (el) telefono
<el señor|la señora|la policia|el banco|un señor|ese señor|el hombre|el agente> (me)+ <dice|ha dicho|pide|ordena|ha llamado|exige> (y|que)+ (dice|se|lo|me|pague|haga|le|de|dicte|tengo|pagar|rapido|codigo|el)+
si no pago (ya) me <bloquean|detienen|meten|arrestan|denuncian|quitan|cortan> ...
(pague|pagar) (esto) o me <detienen|arrestan|bloquean|denuncian>
(me han|me estan|creo que me han) <estafado|estafando|engañado|engañando|timado>
me da miedo
<me|nos> (esta|estan|estaban)+ <obligan|obligando|presionan|presionando|amenazan|amenazando|amenazaron|obligo|chantajean|chantajeando|apuran|apurando|extorsionan|extorsionando|forzando>
(me) <siento|sentí|senti|veo> <obligado|obligada|presionado|presionada|forzado|forzada|amenazado|amenazada>
<me dijeron|me dijo|me pidieron|me pidio|me exigen> que (no|se) (lo|le|les) <diga|cuente|digas|cuelgue|pague ya|compre tarjetas>
<creo|pienso|temo|parece|sospecho|siento> (que) (me|esto|es|una|un|estan)+ <estafa|estafando|estafaron|timo|fraude|engañando|enganando|robando>
(un|una|el|la) <hombre|senor|mujer|tipo|persona|policia|llamada|banco> (me) (por|del|al|telefono)+ (esta|dice|dijo) (que) <obliga|pague|pagar|amenaza>
si no pago (me|van|a|nos)+ <detienen|demandan|arrestan|embargan|cortan|matan|hacen|detener|demandar>
<no quiero|no queria> pero (me|el|ella|ellos) <obliga|obligan|dice|dicen>
bajo <presion|amenaza|coaccion>
<obligandome|presionandome|amenazandome|forzandome|chantajeandome|extorsionandome|apurandome|estafandome|engañandome|obligandonos|presionandonos>
me <obliga|presiona|amenaza|fuerza|chantajea|extorsiona|apura|fuerzan|estafa|estafan>
me <dice|dicen|ordena|exige|pide> que <diga|pague> (que|sí|si|ya|rapido|ahora|eso|esto)+

[minor]
(yo) tengo (solo|solamente|apenas) <9|10|11|12|13|14|15|16|17|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete> años
(yo) tengo <9|10|11|12|13|14|15|16|17|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete> (no mas|nomas|recien)
soy (un|una|todavia|aun) <menor|nino|nina|menor de edad|adolescente>
<mi mama|mi papa|mis papas|mis padres|mi madre|mi padre> no <sabe|saben|se entera|se enteran> (nada)

[distress]
<fallecio|murio|se murio|ha fallecido|ha muerto|acaba de morir|acaba de fallecer|se nos fue|esta en el hospital|esta hospitalizado|esta hospitalizada|esta muy enfermo|esta muy enferma>
<perdi|perdimos|acabo de perder|enterramos|enterre> a (mi) <esposo|esposa|marido|mujer|mama|papa|madre|padre|hijo|hija|hermano|hermana|bebe|amigo|amiga|abuelo|abuela>
(estoy|me siento|ando) (muy|tan|super|re)+ <triste|deprimido|deprimida|asustado|asustada|desesperado|desesperada|avergonzado|avergonzada|angustiado|angustiada>
<funeral|velorio|velatorio|entierro|cancer|ataque de panico|crisis de ansiedad|depresion>
(no) (puedo) (dejo|dejar) de llorar
me quiero morir

[not me]
(yo) no <fui|hice|autorice|autoricé|apruebo|compre|pedi|ordene|solicite|realice> (yo|ese|esa|este|esta|eso|nada|ningun|ninguna|@payment|cobro|cargo)
(ese|ese cargo|eso|esa) no (lo|la) <hice|autorice|autoricé|reconozco|pedi|compre> (yo)
(yo) no <reconozco|conozco> (@payment|eso|ese cargo|ese cobro)
<alguien|otra persona> (mas|otro) (uso|usa|esta|utilizo|compro|pago|hizo)+ (con) (@payment|mi tarjeta|tarjeta)
<cargo|cobro|pago|compra|uso> <fraudulento|fraudulenta|no autorizado|no autorizada|sin mi permiso|sin autorizacion>
me <robaron|clonaron|hackearon|duplicaron> (la|mi) <tarjeta|cuenta|datos>

[charged twice]
me (han|ha|habeis|lo|la|estan)+ <cobraron|cobrado|cobro|cobraste|cobrasteis|cobrando|cargaron|cargado|cargo|debitaron|descontaron|quitaron|sacaron> (el|dinero|plata|lo|mismo|pago|@payment)+ <dos|2|doble|tres|3|dos veces|2 veces|otra vez|de nuevo|doblemente|duplicado|x2|nuevamente>
me (han|ha)+ <cobraron|cobrado|cobro|cobraste|cargaron|debitaron> <dos veces|2 veces|doble|otra vez>
<hay|veo|aparecen|aparece|salen|sale|tengo|figuran|llegaron|son|hubo|muestra|muestran> (como|ahi|ya|me)+ <dos|2|tres|3|doble|un doble|otro> <cargos|cobros|pagos|cargo|cobro|pago|transacciones|movimientos|debitos>
<cobro|cargo|pago> <doble|duplicado|repetido|dos veces>
(se) (me) <cobro|cargo|pago|paso|hizo|duplico> (@payment) <dos veces|doble|2 veces|por duplicado>
doble <cargo|cobro|pago>

[wrong amount]
me (han|ha)+ <cobraron|cobrado|cobro|cobraste|cargaron|debitaron> <mal|de mas|demasiado|mas de|mas|otra cantidad|otro monto|otro importe|una cantidad|un monto|mas dinero|mas plata> (de mas|que no es|equivocado|equivocada|incorrecto|incorrecta|distinta|distinto)
(el|ese|la) <monto|importe|total|precio|cantidad|valor> (no) (es|esta|era|fue|cobrado|sale|salio)+ <mal|incorrecto|incorrecta|equivocado|equivocada|otro|distinto|errado|mas alto|mayor|correcto|correcta|ese>
no es <monto|importe|total|precio|cantidad> (correcto|correcta|que acordamos|acordado)
<monto|importe|precio|cantidad> <incorrecto|incorrecta|equivocado|equivocada|erroneo|erronea>
<era|eran|deberian ser|debia ser|tenia que ser> (solo|menos|otro|otra) <monto|importe|precio|cantidad>
me cobraron de mas

[refund]
(quiero|necesito|exijo|pido|solicito|deseo|quisiera|como|puedo|pueden|me|pedir|hacer|hago|tramitar|cuando|para|un|una|mi|el|la|obtengo|consigo|llega)+ <reembolso|reintegro|devolucion del dinero|devolucion de mi dinero|devolucion del pago|contracargo>
<reembolsar|reembolsen|reembolsenme|reembolsame|reembolseme|reintegren|reintegrenme|reembolsan|devuelvanme|devuelveme|devuelvame|devuelvan|regresenme|regresen|regresame|devolverme|regresarme> (mi|el|la|lo|@payment) (dinero|plata|pago|importe|todo|lana)
(quiero|necesito|exijo) <de vuelta|de regreso|que me devuelvan|que me regresen> (mi|el|la) <dinero|plata|lana>
(quiero) (mi|el) <dinero|plata|lana> de <vuelta|regreso>
<reembolso|reintegro> (por favor)
<quiero|voy a|puedo|pueden|como> <disputar|reclamar|desconocer> (@payment|cobro|cargo)

[return]
<libro|producto|articulo|paquete> <equivocado|roto|dañado|danado|defectuoso|incorrecto>
(quiero|quisiera|necesito|puedo|como|deseo|se puede|me gustaria|si)+ (hago|hacer|para|una)+ <devolver|cambiar|regresar|retornar> (el|la|mi|un|este|esta|lo)+ <libro|producto|articulo|paquete|pedido|compra|cosa|mercancia|prenda|talla>
(quiero) <devolverlo|devolverla|hacer una devolucion|una devolucion|tramitar una devolucion>
(cual es|como es|hay|tienen|politica de|politicas de|plazo de|plazo para)+ <devoluciones|devolver|devolucion|cambios>
(me) <llego|vino> <roto|rota|dañado|dañada|danado|danada|mal|equivocado|equivocada|defectuoso|defectuosa>
devolucion

[receipt]
(me|nos|puedes|puede|pueden|podria|podrias|quiero|necesito|quisiera|deseo|favor|por favor|como|donde|cuando|que)+ <envia|envias|envian|enviame|envieme|enviar|enviarme|manda|mandas|mandan|mandame|mandeme|mandar|mandarme|da|das|dame|deme|dar|darme|obtener|obtengo|recibir|descargar|descargo|imprimir|tener|ver|llega|llegara|emiten|emitir|emitan|hagan|pasame> (la|el|un|una|mi|copia|de)+ <factura|recibo|comprobante|ticket|boleta|justificante|constancia|boleto|cfdi>
(quiero|necesito|quisiera|requiero|deseo|solicito|espero) (la|el|un|una|mi|copia|de|pido)+ <factura|recibo|comprobante|ticket|boleta|justificante|constancia|cfdi>
(la|el|mi) <factura|recibo|comprobante|ticket|boleta|justificante> <por correo|por mail|por email|por favor|a mi correo|al correo|a nombre de|electronica|electronico|con iva|fiscal|para la empresa>
(y|donde|para) (esta|estan|queda|veo|la|el|mi)+ <factura|recibo|comprobante|boleta>
no (me) (ha|han) <llego|llegado|llega|enviaron|mandaron|recibi|recibido> (la|el|mi|ningun|ninguna|aun|todavia)+ <factura|recibo|comprobante|boleta|correo de confirmacion>
<facturame|factureme|facturenme|facturar|facturan> (la|mi|el|esta|a) (@payment|compra|empresa)
(que) me llega <algo|un correo|un mail|comprobante> (al correo|de confirmacion)

[bank code]
(el|mi|un)+ <banco|visa> (me) (ya|ha|acaba|de)+ <mando|mandado|envio|enviado|dio|pide|mandar|manda|envia|llego|mandó|envió> (un|el|este|una)+ <codigo|sms|clave|mensaje|otp|token|numero>
<codigo|clave|otp|token|pin|sms> (que|me|del|de|el|mi|la|un|ha)+ <llego|llegó|mandaron|enviaron|banco|sms|app|dieron|mando|envio|mensaje> (al celular|al movil|al telefono|por sms|por mensaje|es)
(el) <codigo|otp|token> es
(me) (ya) <llego|llegó|mandaron|enviaron|dieron> (un|el|este)+ <codigo|sms|otp|token|mensaje con un codigo>
<donde|aqui|aca> (se|lo|debo|tengo que|te|le) <pongo|pone|meto|escribo|ingreso|mando|doy|paso> (el|la|ese) <codigo|clave|sms|otp|token> (del banco|que me llego|de sms)
<te|le> <paso|doy|mando> (el) <codigo|otp|token>

# Cómo empieza una pregunta, aunque le falten los signos.
[asks]
<que|cual|cuales|cuanto|cuanta|cuantos|cuantas|quien|quienes|donde|adonde|como|cuando>
<es|esta|son|estan|sera|fue> <el|la|los|un|una|en|con|que|de|mi|incluido|incluida>
<hay|habra|tiene|tienen|incluye|incluyen|cobran|aceptan|cuesta|sirve|funciona|llega|llegara|existe>
<puedo|podria|podriamos|podrias|podemos|podran|debo|deberia|tengo que|hay que|se puede|se podria|acaso|o sea|y si|entonces si|verdad que>
<me|te|lo|la|se|nos> <puede|puedes|van|va|vas|podria|podrias> <decir|explicar|mostrar|a cobrar|confirmar|a llegar>
<puede|puedes|pueden|podria|podrias> <decirme|explicarme|mandarme|darme|mostrarme|confirmarme|confirmar|repetir|revisar|verificar|esperar>
<va|van|vas|vais> a
con <decir|poner|escribir> (sí|si|eso|ok) (ya) <basta|alcanza|es suficiente|se cobra|queda>

[handoff]
@want que me <atienda|atendiera|ayude|ayudara|llame|contacte> @agent
que me <atienda|atendiera|llame|contacte> @agent
@want que <atienda|ayude|llame|contacte> @agent
@talk con @agent
@talk @agent
@talk @agent
@want @talk <con|a> @agent
<quiero|quisiera|necesito|dame|deme|exijo|busco|prefiero|pasame|paseme|ponme|llama|llame|hay|trae|traigan|con> (hablar con) @agent
<quiero|necesito|dame|exijo|prefiero|hay|ponme|pasame> @agent
@agent <por favor|porfa|ya|ahora|urgente>
@agent me <ayude|atienda|llame|contacte|atiende>
<puede|puedes|podria> <atender|ayudar|llamar|contactar> @agent
<alguien|alguna persona> que me <ayude|atienda>
<llamame|llamenme|llameme>
@can <llamar|contactar|llamarlos|llamarles|contactarlos|comunicarme|hablarles>
numero de <telefono|contacto|atencion>
(cual es) <telefono|correo> (de) <contacto|atencion|soporte>
cual es <su|tu|el> telefono
<telefono|correo> <contacto|atencion|soporte>
<contacto|datos de contacto|formulario de contacto>
@want <poner|presentar|hacer|poner una> <queja|reclamo|reclamacion|denuncia>
no quiero @talk con <bot|robot|maquina>

[handoff alone]
@agent
<operador|humano humano>

[other way]
<pagar|pago> (al) contado
<dividir|fraccionar|aplazar|posponer> @payment
(@can) <pagar|pago|pagarlo> (en) <plazos|cuotas|mensualidades|abonos>
<pay pal|paypal>
@want pagar <de otra forma|de otra manera|en persona|por telefono|despues|mas tarde|en tienda|a plazos|en cuotas|luego|al recibir>
<en|en la> tienda
@other <forma|manera|metodo|metodos|formas|medio|medios|opcion|opciones|modo|modalidad> <pago|pagar>
otras <formas|maneras|opciones|modalidades>
@other <forma|manera|metodo|medio|opcion>
otros <metodos|medios|modos>
<formas|metodos|medios> de pago
<pagar|pago|pagarlo|pagarle|hacerlo|pagarte|pague> (via|mediante|a traves) @otherpay
@take (pagos|pago) @otherpay
@take @otherpay
<puedo|se puede|podria|podemos|prefiero|quiero|quisiera> <usar|utilizar|pagar|hacer> @otherpay
<pagar|pago|pagarlo> <de otra forma|de otra manera|de otro modo|en persona|por telefono|despues|mas tarde|mañana|en tienda|a plazos|en cuotas|luego|al recibir|en la tienda|presencialmente>
no tengo (ninguna) tarjeta (de) (credito|debito)
sin (usar) tarjeta
no quiero <pagar con|usar|dar> tarjeta

[other way alone]
@otherpay
<a|en> <plazos|cuotas|meses|mensualidades>
<con|por> @otherpay
<alternativas|otra opcion|otra forma|otras opciones|otro metodo|hay alternativas>

[refuse]
<eso|esa|ese> no (te|se|le|lo)+ <doy|digo|dire|dare|cuento|paso>
no (te|se) (lo|la) <doy|dare|dire|daria|diria|comparto|cuento>
no <te|se> (lo|la) <doy|digo|dire|dare|paso|voy a dar|voy a decir|pienso dar|pienso decir>
no <quiero|voy a|pienso|puedo|deseo|gusta|da la gana de|siento comodo|siento comoda|prefiero|debo> @give
no siento <comodo|comoda>
<me niego|rehuso|me rehuso>
prefiero no <decir|decirlo|darlo|darla|compartirlo|hacerlo|responder|contestar|dar|decirtelo|darte|decirselo|dartelo|dar ese dato>
<no es asunto tuyo|no es asunto suyo|no te importa|no le importa|a ti que te importa|que te importa|no es de tu incumbencia|metete en tus asuntos|no es tu problema>
<eso es|esto es|es|muy> <privado|personal|confidencial|secreto|privada>
no <necesitas|necesita|necesitan|necesitais> @field
no <necesitas|necesita|necesitan|tienes por que|tiene por que> <saber|tener|conocer|saberlo|tenerlo>
no me fio
no confio
<puedo|podemos|puede|quiero|quisiera> <saltar|saltarme|omitir|dejar en blanco|saltarlo>
<saltar|omitir|omite|salta|saltate|saltemos> <esto|paso|pregunta|@field|eso>
ni loco te doy
ni <muerto|muerta|loco|loca> <doy|digo>
nunca <doy|comparto> @field
por que (te) (lo) <daria|diria>

[refuse alone]
<saltar|omitir|privado|confidencial|siguiente|me niego|paso|prefiero no|prefiero no decirlo>

[no code]
no (lo|la|los|se)+ <distingo|alcanzo a ver>
no <hay|tiene|trae|aparece|existe|viene|viene con|lleva|tengo|sale> (ningun) @cvv
@cvv no (se) <aparece|esta|existe|ve|lee|sale|viene>
<sin|ningun> @cvv
no <tiene|trae|hay|lleva> ninguno

[no name]
<estimado|apreciable|querido|distinguido> <cliente|usuario|titular>
(es|uso|tengo) una tarjeta (de) <regalo|prepago|virtual>
tarjeta <sin nombre|innominada|anónima>
no <hay|tiene|trae|aparece|existe|viene|lleva|sale> (ningun) nombre
(@card) <sin|ningun> nombre

[already]
ya (te|se|os|les|le) (lo|la) @gave
te (lo|la) @gave
ya (te|se|os|les|le) (lo|la) <he|habia> @gave
(te|se) (lo|la) <he|habia> @gave
acabo de @give
acabo de <dartelo|decirtelo|decirlo|darlo|ponerlo|escribirlo|enviarlo|dar|decir|darselo|decirselo|mandarlo|poner|hacerlo>
@gave <ya|antes|arriba|dos veces|hace un momento|hace rato>
ya <tienes|tiene|tienen|sabes|sabe>
ya <tienes|tiene|tienen> @field
ya <preguntaste|pediste|pidio|pregunto|pidieron|has preguntado|habias preguntado|preguntaron>
<mira|lee|ve|revisa|vea|mire|lea> <arriba|mensaje anterior|mis mensajes|lo de arriba|mas arriba>
<lo puse antes|lo puse arriba|como dije|como ya dije|como te dije|ya dije|ya conteste|ya respondi>
ya lo <hice|di|dije|puse|escribi|mande|envie>
lo mismo <de|que> antes

[already alone]
(usar|uso|con) (la) misma (tarjeta)
<puedo|podria> usar la misma (tarjeta)
<ya lo hice|arriba|ya esta dicho|ya dije|te dije|ya te dije>

[wait]
<espera|espere|esperen|esperate> (a|hasta|que) <mañana|luego|despues|otro dia>
(un) <toque|toquecito|ratico|cachito>
<deja|dejame|dejeme|deje> (la|lo|que) <busco|busque|traigo|saco|veo|reviso|buscarla|buscarlo>
no (la|lo) <tengo|traigo|cargo> (aqui|conmigo|encima|a mano|ahorita)
<olvide|he olvidado|deje|he dejado> @wallet
<olvide|he olvidado|deje|he dejado|olvido> en <casa|coche|carro|oficina|trabajo>
<espera|espere> que <busco|busque|voy|saco|encuentro> (@wallet)
ahorita <vuelvo|regreso|vengo>
<esperame|espereme|esperate|esperese|aguantame|permiteme|esperadme>
<espera|espere|esperen|aguarda|aguarde|aguanta> (un) <momento|momentito|segundo|segundito|minuto|poco|rato|tantito|poquito>
<dame|deme|denme|necesito|das> (cinco|5|dos|2) <momento|momentito|segundo|segundos|minuto|minutos|minutito|rato|ratito|tiempo|seg|min>
<un|unos|dos|cinco|2|5> <momento|momentito|segundo|segundito|segundos|minuto|minutito|minutos|ratito|momentico|minutico>
<voy a|dejame|dejeme|tengo que|permiteme|permitame> <mirar|mirarlo|ver|verlo|revisar|leer|leerlo> (el|la|lo|por|en)+ <reverso|dorso|detras|atras|parte de atras|parte trasera>
<voy a|dejame|dejeme|tengo que|deja que|permiteme|permitame> <buscar|buscarla|coger|sacar|traer|ir|ir por|mirar|mirarlo|encontrar|agarrar|ver|revisar|buscarlo> @wallet
voy <por|a por|a buscar|a por la> @wallet
<buscando|sacando|estoy buscando> @wallet
voy a <buscarla|buscarlo|traerla>
ahora (la|mismo) <vuelvo|regreso|vengo|busco>
<ya|enseguida> <vuelvo|regreso|vengo>
<donde|no encuentro> <esta|deje|puse> @wallet
no encuentro <cartera|billetera|bolso|gafas|lentes>
no tengo <tarjeta|cartera|billetera> <aqui|a mano|conmigo|cerca|encima|ahora>
no la tengo <aqui|a mano|conmigo|cerca|encima>
<todavia|aun> no <tengo|encuentro>
<casi|ya casi> <listo|la tengo|esta>
<ten|un poco de> paciencia
tantito
estoy <en ello|buscandola|buscandolo>

[wait alone]
<ahorita|ahorita vuelvo|ahorita vengo|ya voy|voy|ahi voy|en eso estoy>
<espera|espere|momento|momentito|un momento|pausa|un segundo|segundito|aguarda|paciencia|aguanta|luego|deja veo|a ver|dejame ver>

[complaint]
<dejame|dejeme|dejenme> en paz
<llevo|llevamos> (ya|como|mas de)+ <media hora|una hora|horas|rato|un rato|diez minutos|mucho|mucho tiempo|siglos> (con|en|aqui|esperando|intentando)
me <tiene|tienen|tienes> <harto|harta|hasta la madre|hasta el gorro|hasta las narices|hasta la coronilla>
<tercera|segunda|cuarta|quinta|enesima|decima|milesima|ultima> vez
<3a|3ra|4ta> vez
cuantas veces
<esto|eso|es|eres|sois|son|bot|chat|parece|vaya|menuda|menudo|que|servicio> (es|esta) (de lo mas|demasiado|totalmente|completamente) @bad
<bot|maquina|robot|sistema|servicio|chat|cosa> @bad
@bad <bot|maquina|robot|sistema|servicio|chat|cosa>
<mierda|joder|coño|carajo|puta|puto|cabron|cabrones|gilipollas|pendejo|pendejos|hijo de puta|hijueputa|malparido|imbecil|imbeciles|chinga|chingada|chingados|pinche|verga|boludo|boludos|pelotudo|hostia|maldito|maldita|maldicion|cojones|mamadas|a la mierda|vete a la mierda|mamarracho|estafadores|ladrones|idiota|idiotas|inutil|inutiles>
<no mames|no jodas|no manches|no me jodas|no inventes|me cago en>
<enojado|enojada|enfadado|enfadada|harto|harta|frustrado|frustrada|cabreado|cabreada|furioso|furiosa|indignado|indignada>
<harto|harta|cansado|cansada> de
<estas|esta|estais|estan> <tomando el pelo|vacilando|haciendo perder el tiempo|cansando|hartando|desesperando|jodiendo>
<haces|hace|hacen|haciendo|estoy> <perder|perdiendo> tiempo
<esto|eso|bot|pagina|chat|enlace> no <funciona|sirve|va|anda>
no (me) <entiendes|entiende> nada
no sirve de nada
no me <escuchas|escucha|lees|lee|entiendes|entiende>
no <sirves|sirve|escuchas|escucha> (para) nada
<deja|deje|dejen|para> de <preguntar|preguntarme|molestar|repetir|pedirme|preguntar lo mismo>
otra vez lo mismo
<una y otra vez|siempre lo mismo|otra vez con lo mismo>
es (una|de) broma
<odio esto|te odio|odio los bots|que asco|que rabia|que horror|que lento|que pesado|que pesadez|que fastidio|que desastre|que verguenza|que estafa|que mal servicio>
mal <servicio|atencion>
<pesimo|pesima|terrible|mal|mala|horrible> <servicio|atencion|experiencia>
callate
no puedo <creer|creerlo>
<tarda|demora|tardan> <mucho|demasiado|una eternidad>
tres veces
te <dije|he dicho|di> <tres|dos|3|2|mil|cien|varias|muchas|cinco|diez> veces
<mil|cien|tres|cuatro|cinco|diez|varias|muchas|3> veces
<coge|toma|agarra> <dinero|plata> <de una vez|ya>

[complaint alone]
@bad
<en serio|uff|uf|ay|ay dios|dios|dios mio|por dios|venga ya|anda ya|de verdad|otra vez lo mismo|no puede ser|increible|hombre ya|grr|ffs|wtf>

[privacy]
<borra|borrar|borre|borren|elimina|eliminar|elimine|eliminen|olvida|suprime> todo lo que <tienes|tiene|tienen|sabes|sabe|saben|guardas|guardan|guardaste|guardaron|tengas|tengan> (sobre|acerca de) (mi)
@want <borrados|eliminados> @data
no <guardes|guarden|guarde|almacenes|almacenen> @field
<borra|borrar|borre|borren|elimina|eliminar|elimine|eliminen|borrame|quita> (los|todos)+ (mi|mis|la|el|de)+ @card
<borra|borrar|borre|borren|elimina|eliminar|elimine|eliminen|suprime|suprimir|olvida|quita|borrad> @data
@want (que) <borres|borren|elimines|eliminen|borre|elimine> @data
<que|cuales> <datos|informacion> (mios|mia|personales|personal) @store
<que|cuales> <datos|informacion> <@store|tienen|recopilan|recogen>
que @store <de mi|sobre mi>
<que|donde> <hacen|haces|hace|harán|pasa|pasara|van|van a hacer> con @data
@store @data
cuanto tiempo @store
<rgpd|gdpr|lopd|privacidad|proteccion de datos|politica de privacidad|politica de datos|aviso de privacidad|derecho al olvido>
quien (puede) <ve|ver|tiene|accede|tiene acceso> @data
no <guarden|guardes|almacenen|compartan> @data

[identity]
<eres|es usted|sos|esto es|es|sera> (de verdad|acaso) @bot
<eres|es|sos> @bot
<eres|es usted|sos> <real|alguien real|de carne y hueso>
<hablando|chateando|escribiendo|hablo> con @bot
con quien <hablo|estoy hablando|tengo el gusto|converso|chateo>
<quien|que> <eres|sos|es usted>
<como te llamas|como se llama usted|cual es tu nombre|tienes nombre|que bot eres>
hay alguien <ahi|aqui|del otro lado|al otro lado>
@bot o @bot
quien te <hizo|creo|programo>

[begin]
@want (hacer|intentar|probar|empezar|iniciar|realizar)+ (un|el)+ <otro pago|nuevo pago|pago nuevo|otra compra|de nuevo el pago|pagar otra vez|pagar de nuevo|intentar otra vez|intentarlo otra vez|intentar de nuevo|intentarlo de nuevo>
<empezamos|hacemos|hagamos|hacer|hago> (un) <otro|nuevo> pago
@want <pagar|comprar|abonar|liquidar> (@bill)
@want <hacer|realizar|efectuar> pago
<pagar|pago|liquidar|abonar|saldar> @bill
<hacer|realizar|efectuar> pago
<vamos a|quiero|listo para|lista para|podemos> <empezar|comenzar|iniciar>
empecemos
<estoy|ya estoy> <listo|lista>
@can <pagar|pagar aqui|pagar ahora|hacer un pago>
pagar con tarjeta
pagar (mi|el) pedido
<vengo|estoy aqui> (a) pagar
les debo <dinero|un pago>

[begin alone]
<empezar|comenzar|iniciar|comprar|pago|inicio|pagar|comencemos|quiero pagar|arranquemos>

# Junto a una orden no cambian nada, como la cortesía: la alegría, el alivio y lo que solo es dibujo. A quien tiene prisa quizá lo presionan: se le pregunta.
[trimmings]
<<ningún|no hay|sin|cero|no tengo> (ningún) <problema_(s)|inconveniente|drama|bronca|rollo|lío|pena>|estimad_<o|a|os>|👌>
<tí_<o|os>|herman_<o|a>|parcero|chamo|maj_<o|a>|hij_<o|a>|sumercé|bendiciones|manito|sin miedo|por dios|llave|wacho|güey>
<señor|señorita|señora|señores|señito|jef_<e|a>|mij_<o|a>|reina|tranqui|caballero|profe|boludo|doctor|licenciado|joven>
<bro|wey|che|po|poh|pe|pue|doña|don|crack|parce|pana|tía|hala|maje|mae|mujer|diay|bella|compa|pariente|cumpa|a la orden>
<👍|✅|🙏|🙂|😊|😀|😃|😄|✔|☑|💯|🎉|❤|🏻|🏼|🏽|🏾|🏿|🤝|💪|🙌|no se diga más|(un) saludo|a quien corresponda|muy señores míos>
<amig_<o|a|os>|tranquil_<o|a>|chic_<o|a|os|as>|guap_<o|a>|caus_(it)_a|vecin_<o|a>|por medio de la presente|cordialmente|atentamente>
<mi <rey|reina|amor|vida|niña|corazón|cielo|hermano|pana|amigo|gente|llave>|(que) dios <te|le|los|me> <bendiga|lo pague>>
<por fin|al fin|yupi|yuju|hurra|uf|uff|ufa>
por (el|lo|la) <amor de dios|que más quiera|virgen>
<dios mío|madre mía|virgen santa>
(es que|ya) <voy <manejando|conduciendo>|me muero de <hambre|sueño>>
<con (mucho|todo) <placer|agrado>|un <abrazo|beso>|abrazos|besos|saludos a todos|eres un sol|es usted un sol>
(ha sido|es|son|han sido|fue) (usted|ustedes) muy <amable|amables>
<criatura|corazón|cariño|tesoro|nena|papi|mami|compa|compadre|comadre|viejo|vieja|socio|hermana|hijita|hijito|mi <amor|vida|cielo|niño|tesoro>>
<☕|🍕|🍔|🍰|🎂|🎁|🌹|🌸|🌻|✨|⭐|🌟|💫|💸|💳|💰|🛒|🛍|💚|💙|💛|🧡|💜|🤍|❣|💕|💖|💗|💓|😍|🥰|😘|🤩|😁|😇|🤗|☺|✍|🚀|🔥|🥳|🎊|😋|😎>

[greeting]
<مرحبا|أهلا|اهلا|سلام|السلام عليكم|שלום|你好|您好|こんにちは|こんばんは|안녕하세요|नमस्ते|привет|здравствуйте|γεια|merhaba|salut|guten tag|olá>
<hola|buenas|saludos|holis|hey|hi|hello|aloha|qué tal|qué onda|qué hubo|quiubo|muy buenas>
(muy) buenos días
(muy) buenas <tardes|noches>
buen día
cómo <estás|está|están|va|andas|te va|le va>
mucho gusto
un saludo

[thanks]
(muchas|muchísimas|mil) gracias (por <todo|la ayuda|tu ayuda|su ayuda|la información|la paciencia|su tiempo|la atención|su atención>)
<gracias|mercii|thanks|agradecido|agradecida>
(te|se) lo agradezco
(te) agradezco (mucho|la ayuda)
<eres|es usted> (muy) <amable|genial|el mejor|la mejor>
qué amable
muy amable

[goodbye]
<vete|largate>
<adios|chao|chau|bye|hasta luego|hasta pronto|hasta mañana|hasta la vista|nos vemos|hasta otra|agur|hasta nunca|me despido|ciao>
que <tenga|tengas|pase|pases> <buen|buena|bonito|lindo|feliz> <dia|tarde|noche|fin de semana>
<buen|feliz> fin de semana
me <tengo que ir|voy>
cuidate

[farewell]
<adiós|chao|chau|bye|ciao|hasta luego|hasta pronto|hasta la vista|nos vemos|hasta otra|agur|cuídate|cuídese>
(y) que <tenga|tengas|tengan|pase|pases|pasen|le vaya|te vaya> (usted|un|una|muy)+ <buen|buena|bonito|lindo|linda|feliz|bien|excelente> (día|tarde|noche|fin de semana|jornada|semana)
<buen|buena|feliz> <día|tarde|noche|fin de semana|jornada>

[hedge]
si (todo|eso|esto|los|mis|datos|la|informacion|asi)+ (esta|es|son|estan|ve|parece|sale|va)+ (todo|muy|totalmente)+ <bien|correcto|correcta|correctos|perfecto|en orden|ok|okay|conforme|claro|cierto|exacto>
<quizas|quiza|talvez|posiblemente|probablemente|acaso|supuestamente|ojala|puede ser|podria ser|a lo mejor|tal vez|igual si|puede que si|puede que>
<creo|supongo|imagino|pienso|diria|espero> que <si|sí|no|bien>
<creo|supongo|imagino|pienso> (que)
no (lo) se
no estoy (del todo|completamente|totalmente) <seguro|segura|convencido|convencida>
ni idea
ni idea
no tengo idea
<depende|siempre que|siempre y cuando|con tal de que|salvo que|excepto|aunque|pero|salvo|a no ser|mientras no|con la condicion>
si
como <quieras|quiera|sea>
da igual
lo que <sea|quieras>
por que no
<dejame|dejeme|tengo que|voy a|necesito> <pensar|pensarlo|pensarmelo|meditarlo|consultarlo|consultar>
pensare
<mmm|mm|hmm|hm|ejem|pues nada>
<mas o menos|casi|en parte|mas tarde|algun dia|ayer|mañana|manana|luego>
<jaja|jajaja|jajajaja|jeje|lol|es broma|era broma>
deberia
<ya veremos|veremos|no me importa|si acaso>

[asks what may be]
<es|sera> posible
<podre|podré|voy a poder>
<hace falta|conviene|vale la pena|seria necesario|sera necesario>
por que <iba|voy|tendria|deberia> (a|que)

[takes away]
<en vez|en lugar|antes|en caso> de (que)
<nadie|quien> <dijo|dice|quiere|queria|pidio|pide|ha dicho|ha pedido> (que)
(me) <odiaria|molestaria> (tener que)
a menos que (quiera)
<no hay|no tengo|sin> <necesidad|razon|motivo|intencion|ganas> (de|para)

[nothing]
si (es|fuera|fueras|eres|fuese) tan <amable|gentil> (de)
si no (es|fuera) <molestia|mucha molestia|mucho pedir>
(ya) <volví|volvi|regresé|vine> (otra vez|de nuevo)
(ya) <estoy|toy|ando> (aqui|de vuelta)
<esta|es|la de|parte de|codigo de|numero de|digitos de|los de> <atras|detras> (de la tarjeta)
<dejalo|dejelo|dejala|dejemoslo> <asi|como esta>
<cancelada|cancelado|cancelé> <@other|@field|suscripcion|cuenta>
<cancelar|cancela|cancele> @other <@field|pedido|compra|suscripcion|tarjeta>
(para) que <sirve|es>
no <es|hay> para tanto
<gracias|listo|perfecto|bien> para <todo|ya>
<sí|si|ok|vale|dale|claro|listo|bueno> y (ahora|entonces|luego|despues|que)
<paga|pagalo|cobra|hazlo> tu
<por|al|en> fin
fin de <semana|mes|año>
<esta|es|muy|tan|mas|precio> <alto|alta>
que <sí|si>
dale que sí
en ningun momento <pedi|dije|quise|he dicho|he pedido> (que) <cancelar|cancele|canceles|cancelen>
no <hay|tengo|es> (ningun|ninguna) <problema|prisa|apuro|duda>
no (hay) problema
no te preocupes
no <esperes|espere|lo pienses|lo piense> más
a qué <esperas|espera>
no pasa nada
nada <mal|incorrecto|equivocado>
nada que <cambiar|corregir|modificar>
<no esta mal|no hay nada mal|no hay error|no hay errores>
no (quiero|necesito|hay que|hace falta|hay nada que|voy a|queria|deseo) @change (nada)
<me llamo|nombre es|soy>
<el numero|la tarjeta|la fecha|el codigo> es (para (@payment|mi|el|la|@bill))
<es|son|sirve|vale|pago|pagar|uso|usar> para (@payment|todo|esto|ya|ahora|@bill)
si no me <gusta|convence|llega|sirve|queda>
de nada
<cancelar|cancela|cancelen|cancele> <suscripcion|membresia|cuenta|cita|contrato|vuelo>
no (quiero|queria|he dicho|dije|pedi|voy a|pienso|quise|deseo|hace falta) (que) <cancelar|cancele|canceles|anular|reiniciar|empezar de nuevo|volver atras>
no <canceles|cancele|cancelen|pares|pare|anules|reinicies|anule>
ni se te ocurra cancelar
que <esta|hay> (de) mal
es lo que esta mal
a la vuelta
de vuelta a casa
no se preocupe
para <mi|ti|ella|que|eso|pagar|mañana|el|la|los|nada>

[filler]
<el|la|los|las|un|una|unos|unas|mi|mis|tu|tus|su|sus|este|esta|esto|ese|esa|eso|de|del|al|a|en|me|te|se|le|les|nos|lo|por|favor|ya|muy|tan|solo|solamente|ahora|pues|realmente|simplemente|tambien|todo|toda|todos|todas|algun|alguna|cualquier|yo|tú|usted|ustedes|maldito|maldita|pinche|puto|puta|mejor|actual|mismo|misma|aqui|rapidamente|inmediatamente|señor|porfi|con|ningun|ninguna|les|os|estimado|estimados|urgentemente>

[negators]
<no|nunca|jamas|tampoco|sin|ni>

[conditions]
<si|salvo|cuando|hasta>

[askers]
<como|cuando|donde|cual>

[later]
<luego|despues|mañana|manana|todavia|aun|posteriormente>

# Junto a un sí hablan de otra cosa, se digan de lo que se digan.
[against]
<mama|papa>
<🙄|😒|😡|🤔|😤|👎|😂|🤣|😕|🤨|❌|😠|🖕|💩|🤡|😬|🙃>
<o|u|di|dile|diga|caro|cara|lento|lenta|raro|rara|feo|fallando|nombre|cvv|desacuerdo|tu|dificil|complicado|consecuencias|culpa|medias|terminos|condiciones|obligado|obligada>
<pero|excepto|salvo|menos|otra|otro|otros|otras|primero|primera|diferente|distinto|distinta|mal|mala|incorrecto|cambiar|cambio|cambia|cambie>
<dice|dicen|dijo|dije|decir|dime|digame|explica|explicame|muestra|muestrame|enseñame|envia|enviame|manda|mandame|pensar|pienso|pregunta|preguntar|pregunto>
<espera|espere|esperar|espero|parar|cancelar|cancela|broma|bromeo|mentira|miento|jugando|jajaja|nadie|paypal|efectivo|transferencia|mañana|ayer>
<reembolso|descuento|comision|comisiones|gratis|extra|demasiado|suficiente|basta|alcanza|aunque|casi>
<seria|podria|deberia|hubiera|hubiese|tendria|diria|creeria|intento|intentar|deja|dejame|deje|supuestamente|nunca|jamas|tampoco|ni|cuotas|plazos|mitad>
<culo|carajo|mierda|leches|narices|cojones|huevos|ojala|quiza|quizas|depende|segun|todavia|aun|luego>

# Estas también, pero no donde otra parte del mensaje es un sí por sí sola: "los estaba esperando, así que cobre".
[against within]
<lejos|tiempo|esperando|cargando|fecha|apellido|mucho|poco|cero|hombre|responde|responda|respuesta|vez|antes|él|ella|ellos>
<alguien|esposo|esposa|tarde|lunes|viernes|recibo|factura|detalles|significa|escribi|palabra|boton|igual|despues|mientras|iba|queria|estaba|habia>
<meses|color|talla|faltaria|milagro>
