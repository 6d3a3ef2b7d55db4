# Lo que es una orden o una respuesta como mensaje entero: cada palabra debe figurar aquí, salvo la cortesía.
# "@reviewed-amount", "-brand" y "-four" son lo que muestra el resumen: 49,90, Visa y 4242, y nada más.
# src/language/grammar/mod.rs explica cómo se escribe. Lo que ninguna línea explica entero se pregunta y nunca se hace.

# --- junto a una orden: no cambia nada ---
[polite]
<ningún|no hay|sin|cero|no tengo> (ningún|ninguna) <problema|problemas|inconveniente|drama|bronca|rollo|lío|pena>
<por favor|por dios|al tiro|al toque|enseguida|cuanto antes|cuando quiera|cuando quieras|cuando guste|sin miedo>
<coma|señor|señora|señorita|señores|amigo|amiga|amigos|bro|tío|compadre|hermano|jefe|joven|parce|parcero|güey|wey|pana>
<che|chamo|mijo|estimados|po|pe|pue|nomás|no más|ahora mismo|de inmediato|inmediatamente|tranqui|tranquilo|tranquila|oh>
<ah|ay|eh|bueno|pues|mira|mire|oye|oiga|de mi parte|por mi parte|por mí|por fis|muy amable|por mi lado|eso es todo>
<es todo|nada más|sin más|sin demora|no se diga más|quedo atento|que tenga buen día|buen día|bendiciones|crack|genio>
<poh|usted|ustedes|jefa|ya (lo|la|los) <revisé|leí|chequé|chequeé|miré|comprobé|verifiqué|vi> (todo|bien|los datos)>
<por la presente|por este medio|(ya) (lo|la|los) he <revisado|verificado|comprobado|leído|visto>> (todo|bien|los datos)
<👍|👌|✅|🙏|🙂|😊|😀|😃|😄|✔|☑|💯|🎉|❤|🏻|🏼|🏽|🏾|🏿|🤝|💪|🙌|mi <rey|reina|amor|vida|niña|corazón|cielo>|(son) @reviewed-amount>

# --- nunca la última palabra de un mensaje ---
[and]
<y|e|así que|entonces|por lo tanto|por tanto|por eso|y luego|además|por lo que>

# --- partes ---
[the]
<el|este|ese|mi|dicho|la|esta|esa|dicha|ésta|ésa|éste|ése>

[thing]
{the} <pago|cobro|cargo|proceso|trámite|débito|compra|operación|transacción> (del pedido|de la compra|ahora)

[ending]
<(que) <termina|terminada|acaba> en @reviewed-four|indicada|de crédito|de débito>

[all]
<esto|eso|todo|todo esto|todo eso|{thing}>

[it]
<{all}|(los|el) @reviewed-amount>
{the} <pedido|orden|reserva|plástico|tarjeta|(tarjeta) @reviewed-brand|@reviewed-four> ({ending})

[sum]
{the} <monto|importe|total|saldo|valor|recibo|factura|cuenta|cuota|deuda|cantidad|suma|dinero|plata> (total|completo)

[with]
<a|con|en|de|por|sobre> <{it}|{sum}>

[very]
<muy|todo|toda|totalmente|completamente|absolutamente|plenamente|perfectamente|realmente|súper|re|bastante>

[good]
<correcto|correcta|correctos|correctas|bien|perfecto|perfecta|perfectos|perfectas|exacto|exacta|exactos|en orden>
<en regla|ok|okay|okey|conforme|claro|clara|claros|cierto|al cien|de diez|impecable|como debe ser|genial|excelente>

[now]
<ahora|ahora mismo|ya|ya mismo|ahorita|de una|de una vez|hoy|hoy mismo|nomás|entonces|y ya|y listo|con confianza>

[data]
<los|mis|todos los|todos mis|esos|estos> <datos|detalles> (de la tarjeta|de mi tarjeta|del pago|que aparecen|que puse)
<la|toda la|esta|esa|mi> <información|info> (de la tarjeta|del pago|que aparece)
<todo|todo lo que <pone|dice|aparece|sale|figura|veo|puse|muestra>|todo eso|eso|esto|{sum}|(los) @reviewed-amount>

[can]
(ya|usted|ustedes) <puede|puedes|podés|pueden|podéis> (ya|usted|ustedes)

[want]
<quiero|quisiera|deseo|necesito|prefiero|me gustaría|voy a|vamos a|mejor|favor de|solicito>

# --- sí, con palabras de pagar ---
[charge]
<cobra|cobrá|cobre|cobren|cobrar|cóbrame|cóbreme|cóbrenme|cobrarme|cóbrate|cóbrese|cóbralo|cóbrale|cóbrele|cóbrelo>
<cóbrenlo|cobrarlo|cóbrala|cóbrela|cóbramelo|cóbremelo|cobrarmelo|carga|cargá|cargue|cargar|cárgalo|cárguelo|cárguenlo>
<cargarlo|cárgamelo|cárgame|cárgueme|debita|debitá|debite|debiten|debitar|debítalo|debítelo|descuenta|descuente>
<descuenten|descontar|paga|pagá|pagar|págalo|páguelo|pagarlo|págale|cobrad|cargad|descuéntalo|descuéntelo|tómalo|tómelo>

[act]
<procesa|procesá|procese|procesen|procesar|efectúe|realiza|realizá|realice|realicen|realizar|ejecute>
<pase|pasa|pasen|acepte|acepta|pague|tome|tramite|tramitar|realizad|autoriza|autorice|autorizar|apruebe|aprobar>

[act on]
<ejecuta|efectúa|finaliza|finalizar|concreta|concrete|hagamos|realicen|tramiten|procesen>
<haz|haga|hagan|hacé|hacer|haceme|hágame|completa|complete|completar|finalice|confirma|confirme|confirmar>

[acted]
<procésalo|procéselo|procesarlo|efectúelo|realícelo|ejecútelo|complétalo|complételo|confírmalo|confírmelo>
<autorízalo|autorícelo|apruébelo|pásalo|páselo|hazlo|hágalo|háganlo|hacelo|hacerlo|hágale|hazle|háganle|dele|denle>
<métele|métale|échale|échele|mándale|mándele|tramítalo|tramítelo|úsala|úsela|házlo|acéptelo|acéptalo>

[go]
<continúa|continuá|continúe|continuar|continuemos|sigue|siga|sigan|seguí|seguir|sigamos> (adelante|{with}|{now})+
<prosiga|prosigamos|continuad|seguid|avanza|avanzá|avance|avancen|avancemos|avanzar> (adelante|{with}|{now})+

[do]
<(ya) {charge} ({it}|{sum}) ({with}|{now})+|(ya) <{act} <{it}|{with}|pago|cobro|cargo|compra>|{acted}> ({with}|{now})+>
(ya) {act on} {thing} ({with}|{now})+

[proceed]
<procede|proceded|procedé|proceda|procedan|proceder|procedamos|adelante> ({with}|{now}|al <pago|cobro|cargo>|a {do})+

[pay]
<{do}|{proceed}|(me|lo|la|me lo) {can} <{do}|{proceed}|{go}>|tienes luz verde|pague ahora>
(sí) <quiero|deseo|me gustaría|vamos a|listo para|lista para|favor de|sírvase|le ruego> (que) <{do}|{go}|{proceed}>
(sí) <quiero|deseo|autorizo|pido|solicito|acepto> (a) que (se|me|lo|me lo|se me) <{do}|cobres|cargues|hagas|procedas>
<pagando|págame|pago <ya|ahora|de una|{with}|{it}>|<con|usa|usá|use> <esa|esta> (misma) (tarjeta)>
<dale|dele|denle|échale|métele> <nomás|que va|caña|con {it}|para adelante|pa delante|con todo|y {do}|a {it}|de una|{go}>
<démosle|hagámoslo|hagámosle|paguemos|cobremos|vamos|a darle|a pagar|a cobrar> ({now})
<sea tan amable de <{do}|{proceed}>|que se haga|que se cobre|hágase|luz verde|vía libre|tiene luz verde>

# --- sí a lo que sea que se preguntó ---
[perform]
<confirmo|acepto|apruebo|autorizo|consiento|ratifico|reconfirmo|valido|corroboro>

[consent]
(todo|mi|el|la)+ <permiso|aprobación|consentimiento|autorización|conformidad|visto bueno|ok|okay|confirmación|sí|aval>

[noted]
<claro|clarito|ok|okk|okei|okay|okey|oka|oki|okis|okidoki|vale|de acuerdo|bien|muy bien|okok|listo|lista|listos|listico>
<venga|perfecto|perfe|genial|excelente|estupendo|fantástico|fenomenal|buenísimo|bárbaro|chévere|guay|bacán|chido|joya>
<súper|impecable|de lujo|de diez|va|vava|sale|va que va|órale|ándale|arre|jalo|ya po|correcto|correcta|exacto|exacta>
<exactamente|precisamente|así es|es así|eso es|tal cual|así mero|eso mero|eso mismo|cabal|trato hecho|conforme|cuadra>
<me cuadra|me sirve|me parece|suena bien|todo listo|me late|cierto|está bueno|ta bueno|seguro|encantado|encantada>

# --- lo que deja todo como está ---
[go whole]
<dejar|mantener|mantenerlo|manténgalo>

[noted whole]
<lo quiero|me lo llevo|oki doki|a darle|vámonos|me va bien|segurísimo|correctísimo|con mucho gusto|trato>

[approval]
({data}|yo) (me|se|lo|la|los) <es|son|está|están|ta|ve|ven|veo|parece|parecen|luce|queda> ({very})+ {good}
<está|están|ta|es|son|se ve|lo veo|los veo|me parece|me parecen|veo> ({very})+ {good} {data}
<<{data}|{very}> ({very})+ {good} (aquí|por acá)|{data} <coincide|coinciden|cuadra|cuadran>>

[nothing to change]
<ningún|no hay|sin|no tengo|no veo> (ningún|ninguna) <objeción|objeciones|dudas|error|errores|cambio|cambios>
<nada que|no hay nada que|no hace falta|no necesito|no quiero> <cambiar|corregir|modificar|añadir> (nada)

[yes]
<sí|sii|síi|sip|síp|sipi|sipo|sep|seh|sis|s|simón|ajá|ahora sí|así sí|siu|dále|que sí|clarísimo|claro está|sí ya>
<<sí|claro que|obvio que|por supuesto que> {can}|de una|por supuesto|desde luego|cómo no|sin duda|sin duda alguna>
<efectivamente|afirmativo|obvio|obviamente|evidentemente|ciertamente|en efecto|faltaba más|no faltaba más>
<totalmente|naturalmente|definitivamente|absolutamente|con gusto|dale|dale que sí|sí quiero|sí lo son|sí lo es>
<(queda|todo) <confirmado|aprobado|aceptado|autorizado> ({it})|(yo) {perform} que <{approval}|sí|(quiero|deseo) {do}>>
<<claro|por supuesto|desde luego|obvio|seguro|pues|(te|le) digo> <que sí|que si>|mi respuesta es sí>
(yo) (lo|la|los|les|te|le|se lo|te lo) {perform} ({it}|{data}|({the}) <pago|cobro|cargo|uso>) ({with}|{now})+
(les|te|le|los|lo|la|os) <autorizo|doy permiso|{consent}|doy {consent}> <a|para> (que) (me|se|lo) {do}
(te|le|les|yo) <doy|otorgo|tiene (usted)|tienes|tenés|tienen|cuenta con> {consent} (para <{do}|{it}>|a {it})
<<aceptar|confirmar|autorizar|aprobar|aceptamos|confirmamos|autorizamos> ({it}) ({now})|<de acuerdo|conforme> {with}>
(yo) <estoy|quedo> ({very}) <seguro|segura|de acuerdo|conforme|convencido|decidido> ({with}|para {do})
<sí|claro|dale> <profe|doña|caballero|estimado|estimada|vecino|carnal|cuate|tía|guapa|reina|doctor>

# "si" sin acento: un sí solo al principio
[yes first]
<si|sisi|sisisi>

# --- no ---
[no]
<no|nop|nope|nel|nones|nanai|nanay|noo|nah|ño|naa|ni hablar|ni loco|ni de broma|ni de coña|jamás|nunca|negativo|tampoco>
<nada de eso|para nada|de ninguna manera|en absoluto|en ningún caso|incorrecto|incorrecta|mal|falso|rechazo>
<todavía|aún|ahora|mejor|por ahora|de momento|hoy|así|eso|creo que|claro que|por supuesto que|desde luego que> no
<<obvio que|seguro que|pues|que> no|(eso|esto|todo|así) <está|es|están> ({very}) <mal|incorrecto|falso|equivocado>>
no <todavía|aún|ahora|por ahora|por el momento|de momento|terminé|me gusta|vale|dale|estoy de acuerdo|estoy conforme>
no (quiero que) (me|lo|se|me lo) <cobres|cobre|cobren|cobréis|cobrés|cargues|cargue|hagas|haga> ({it}|nada) (aún)
no <procedas|proceda|procedan|confirmes|confirme|sigas|siga|continúes|continúe|aceptes> ({with}|{it}) (todavía|aún)
(yo) no (lo|la|les|los|me|te) <quiero|acepto|autorizo|apruebo|confirmo|consiento|doy {consent}> ({it})
({data}) no <es|está|están|son|se ve|me parece> ({very})+ <bien|correcto|correctos|correcta|cierto|exacto|verdad>

# --- lo que detiene ---

[stop]
<cancela|cancele|cancelen|cancélalo|cancélelo|anular|anula|anule|anúlalo|anúlelo> {now}
<cancela|cancele|cancelen|cancélalo|cancélelo|cancélenlo|cancélala|cancélela|cancélame|cancelemos|anular|anula|anule>
<anúlalo|anúlelo|anularlo|aborta|aborte|abortar|detente|deténgase|páralo|párelo|me arrepentí|me he arrepentido>
<me echo para atrás|me retiro|desisto|olvídalo|olvídelo|olvídate|olvídese|ya no (lo|la|me) <quiero|interesa> (esto)>
<<frena|suspende|suspenda> {all} ({now})|<cancelar|{want} cancelar> {thing} ({now})>
<cancela|cancele|cancelen|anular|anula|anule|anulen|aborta|detén|detenga|detener|pare|paren|parar> {all} ({now})
(sí|mejor) {want} <<anular|detener|parar|suspender> ({all})|desistir|anularlo|detenerlo|abandonar> ({now})
<quiero|quisiera|deseo|prefiero|pido|exijo|solicito> que (lo|la|se) <cancele|canceles|cancelen|anule|anules> ({all})
(me) <puede|puedes|podés|podría|podrías> <cancelarlo|anularlo|detenerlo|<cancelar|anular|detener|parar> {all}> ({now})
(ya|yo|mejor|prefiero) no (lo) (quiero|deseo|voy a|pienso) <pagar|pagarlo|comprar|hacerlo|seguir|continuar>

[stop whole]
<para|para ya|pare|pare ya|paren|alto|stop|cancelar|detener|parar|salir|basta|basta ya|exit|quit|cancelación|me salgo>

# --- lo que no detiene ---
[keep]
no (lo|la|me lo|se|me) <canceles|cancele|cancelen|anules|anule|pares|pare|detengas|detenga> (nada|{it}|todavía|aún)
<no (quiero|quería|deseo|hace falta|pedí|dije)|nada de|sin> <cancelar|canceles|anular|parar> ({it}|nada)

# --- atrás y desde el principio ---
[before]
<(un paso) (hacia|para) atrás|<al|a la|a lo> (paso|pregunta) <anterior|previo|previa>>

[back]
({want}|puedo) <volver|vuelve|vuelva|volvé|volvamos|regresar|regresa|regrese|ir> {before}
<<retrocede|retroceda|retroceder> (un paso)|un paso <atrás|hacia atrás>|{want} retroceder>

[back whole]
<anterior|volver|volver atrás|regresar>

[again]
<de nuevo|otra vez|de cero|desde cero>

[restart]
({want}) <empezar|comenzar|iniciar|arrancar|empieza|empecemos|comencemos> (todo) <{again}|desde el <principio|inicio>>
({want}) <volver|vuelve|vuelva|volvamos|regresar> <al <principio|inicio>|a <empezar|comenzar|iniciar> (todo) ({again})>
({want}) <reiniciar|reinicia|reinicie|reiniciemos|reinícialo|reinícielo|resetear|resetea> ({it}|la conversación)

[restart whole]
<reset|restart|borrón y cuenta nueva|todo de nuevo|de nuevo desde cero>

# --- otro dato ---
[edit]
({want}|hay que|puedo) <cambiar|editar|cambia|cambie|cambiame|corregir|corrige|corrija|modificar|modifica>

[wrong]
<está|es|lo puse|la puse> <mal|incorrecto|incorrecta|equivocado|equivocada|erróneo|errónea|mal escrito>

[change]
<{edit} <el|mi> <nombre|apellido|titular> (de la tarjeta)|<el|mi> <nombre|apellido> {wrong}> = name
<{edit} <la|mi|de|el número de> tarjeta|{edit} (el) número|<el número|la tarjeta> {wrong}> = card
({want}) (usar|pagar|pago|uso) (con) <otra tarjeta|una tarjeta distinta|mi otra tarjeta> = card
<{edit} {the} <fecha|caducidad|vencimiento> (de vencimiento|de caducidad)|{the} <fecha|caducidad> {wrong}> = expiry
<{edit} <el|mi> <cvv|cvc|código> (de seguridad)|el <cvv|cvc|código> (de seguridad) {wrong}> = cvv
<{edit} <algo|un dato|(los|mis) datos|una cosa>|hay un error|me equivoqué|quiero hacer un cambio|puse mal un dato>

[change whole]
<cambiar|cambia|cambie|cambiá|corregir|modificar|una corrección|un cambio>

# --- lo que suena a sí y no lo es ---
[never]
<ya <vale|bueno|ok|claro|listo|estuvo>|<vale|bueno|ok|venga|anda> ya|ya está bien|está bien ya|venga hombre|sí hombre>
<ay sí|si pago|y dale ({with})|dale <y|que> dale|<sí|claro> cómo no|está bueno ya|ya (está) hecho|qué bien|qué bueno>
<bien hecho|no está mal|ok entonces|vale entonces|sí entonces|si {approval}|si se puede|{charge} bien|{acted} bien>
