# Lo que es una orden o una respuesta como mensaje entero: cada palabra debe figurar aquí, salvo la cortesía.
# "@reviewed-amount", "-brand", "-four", "-date", "-payee" y "-number" son lo que muestra el resumen, y nada más.
# src/packs/grammar.rs explica cómo se escribe. Lo que ninguna línea explica entero se pregunta y nunca se hace.

# --- junto a una orden: no cambia nada ---
[polite]
<por favor|por fis|coma|punto|nada más|es todo|sin más|bueno|nomás|eso <es|sería> todo|quedo atent_<o|a>|pues>
<oye|oiga|mire|mira|eh|ey|ea|ay|(un) cordial saludo|saludos (cordiales)|usted|ustedes|vos|muy amable|gracias a dios>

# --- después, un "ok" o un "sí" a secas puede decir solo que se oyó ---
[heard]
<ah|oh|aaah|anda|aha>

# --- nunca la última palabra de un mensaje ---
[and]
<y|e|así que|entonces|por lo tanto|por tanto|por eso|y luego|además|por lo que|ya que|pues|conque|de modo que>

# --- partes ---
[word]
<por|con|en|a|al|de|del|para|la|el|los|mi|es|son|(que) <vence|termin_<a|ada>|acaba>|importe|total|tarjeta|pedido>

[named]
({word})+ <@reviewed-amount|@reviewed-brand|@reviewed-four|@reviewed-date|@reviewed-payee|@reviewed-number>

[the]
<el|la|los|las|mi|mis|este|ese|est_<a|os|as>|es_<a|os|as>|dich_<o|a>|tod_<o|a|os|as> <el|la|los|las|mi|mis>|mism_<o|a>>

[thing]
({the})+ <pago|cobro|cargo|proceso|trámite|débito|compra|operación|transacción|trato> (correspondiente|ahora|indicado)

[sum]
({the})+ <monto|importe|total|saldo|valor|recibo|factura|cuenta|cuota|cantidad|dinero|plata|pedido|orden|reserva|precio>

[card]
({the})+ <tarjeta|plástico|visa|misma|mía|cuenta> (indicada|de crédito|de débito|que aparece|que (les|te|le|os) di)

[it]
<esto|eso|todo|todo esto|todo eso|{thing}|{sum} (total|completo|entero|indicado|mostrado)>

[very]
<muy|tod_<o|a|os|as>|<tot|complet|absolut|plen|perfect>_<amente|almente>|súper|re|bastante|también|así>

[good]
<<correct|perfect|exact|ciert|clar|buen>_<o|a|os|as>|(tal) (como|lo (que)) <acordamos|quedamos|esperaba|acordado|pedí>>
<bien|en <orden|regla>|ok|okay|okey|conforme_(s)|impecable|genial|excelente|mí_<o|a|os>|<los|la|el> correct_<o|a|os>>

[part]
<datos|detalles|tarjeta|nombre|número|fecha|importe|monto|total|información|precio|caducidad|vencimiento|pedido>

[data]
({the})+ {part} ((y|e) ({the}) {part}|de <la|mi> tarjeta|que <aparecen|puse>|de <caducidad|vencimiento>)+

[whole]
<(todo) ({the})+ <datos|detalles|información|info|importe|monto|total|precio|pedido|cosas> (que <aparecen|puse>)|esto>
<todo (lo que <pone|dice|aparece|sale|figura|veo|puse>|(lo|eso) <anterior|de arriba>)|eso|tod_<a|os|as>>

[is]
<(me|se) <es|son|está|están|ta|tá|sta|ve|ven|veo|parece|parecen|luce|queda|quedan> ({very})+|quedó|quedaron>

# --- los verbos de cobrar, con lo que se les pega ---
[clitic]
<me|te|se|le|lo|la|melo|los>

[take]
<<cobr|debit|proces|ejecut|tramit|abon|liquid|carg|pag|realiz|autoriz|finaliz|descont>_<a|á|ad|ar>_({clitic})>
<<cobr|debit|proces|ejecut|tramit|abon|liquid|cargu|realic|autoric|finalic|descuent>_<e|en>_({clitic})|efectú_<a|e|en>>
<<descuent|aprueb|complet>_<a|e|en>_({clitic})|completar|aprobar|efectuar|aplicar|cobremos|pagu_<e|en>_{clitic}>

[taken]
<<cobr|debit|proces|ejecut|cargu|pagu|realic|autoric|finalic|descuent|efectú|pas>_<e|en|es|éis>|<proced|hag>_<a|as|an>>

[make]
<haz_(me)|hag_<a|an|amos>|hac_<é|er|ed|eme>|hága_<se|me>|<confirm|concret|mand|tom|enví|cierr>_<a|e|en>|confirmar>

[done]
<haz_<lo|le>|hacedlo|dele|denle|dadle|éch_<ale|ele>|métele|ponlo|póngalo|úsala|úsela|tómalo|dále|démosle|vamos|dale>
<hág_<alo|ale|anlo>|hace_<lo|rlo>|hagámos_<lo|le>|mánda_<lo|le>|pás_<alo|ala|elo|ela>|<confírm|acépt>_<alo|elo>|jál_ale>

[perform]
<confirm_<o|amos>|acept_<o|amos>|apruebo|autoriz_<o|amos>|consiento|ratifico|reconfirmo|valido|corroboro|aprobamos>

[consent]
(todo|mi|el|la|nuestra)+ <permiso|aprobación|consentimiento|autorización|conformidad|visto bueno|ok|okay|aval>

# --- lo que lleva a un acto, y sin él no es nada ---
[may]
<(ya|me|lo|la|se lo)+ <puede_(s|n)|podés|podéis> (ya|usted|ustedes)|(yo) (lo) <quiero|deseo|quisiera|queremos> (ya)>
<(yo|te|le|les|os|los)+ <autoriz_<o|amos>|doy {consent}> (a|para)+ (@reviewed-payee) (a|para)+|favor de|proceda_(n) a>
<ruego|les pido|le ruego|me gustaría|favor|sírvase|<hazme|hágame|haceme> el favor de|me lo|me la|acepto>
<<tiene|tienes|tienen> (usted) {consent} para|<está|queda|quedan|están> (usted) autoriz_<ado|ada|ados> <a|para>|vamos a>
<(estoy) <listo|lista|listos> para|<sea|sería> tan amable de|me|(estoy|estamos) ({very}) <conforme|de acuerdo> <con|en>>

# --- sí, con palabras de pagar ---
[pay]
<(ya) {take} ({it}|{card}) (ya)|(me|te|lo|la|se)+ <pago|compro|llevo|pagamos|quedo> <ya|ahora|{it}>|que <se|lo> {taken}>
<pague <ya|ahora|{it}>|paguen|lo <pago|compro|pagamos>|(tienes|tiene) luz verde|vía libre|pásame el cobro|doy fe>
<{make} {thing}|<proced_<e|a|an|er|amos|é|ed|ase>|adelante|prosig_<a|an|amos>|tira> (<con|al> <{it}|pago|cobro|cargo>)>
<<pas|us>_<a|á|e|en|ar|ad>_(me|la) (por) <{card}|esa>|paguemos>
(<quiero|deseo|solicito|autorizo|acepto|necesito|quisiera|ruego|doy {consent}> (a|para)) que ({clitic})+ {taken} ({it})

# Lo que no necesita objeto.
[do it]
<{done} (tú|ya|{it}|{card})|<dale|dele|métele|tira> <nomás|no más|que va|caña|gas|viaje|para adelante|pues>>
<para <lante|delante|adelante>|palante|p'alante|pa'lante|a por <ello|todas>|vamos <adelante|allá|a ello>|sígale|jale>

[go]
<(que) <siga|continúe>_(n)|continu_<á|ar|emos|ad>|continúa|sig_<ue|amos>|segu_<í|ir|id>|avan_<za|ce|cen>> (adelante)

# --- sí a lo que sea que se preguntó ---
[noted]
<claro|ok_(k|ei|ay|ey|a|i|is|ok)|vale|guay|ajá|ándele|nítido|sobres|sisas|bacán|chido|joya|súper|va|cabal|fino>
<clarito|perfecto|genial|bárbaro|chévere|de lujo|de diez|a huevo|cheque|así es|es así|eso es|tal cual|conforme|yap>
<de acuerdo|(muy) bien|estupendo|fantástico|fenomenal|buenísimo|impecable|eso mismo|trato hecho|suena bien|todo listo>
<list_<o|a|os|ico>|venga (va|pues)|órale (pues)|ya <po|pues|pe>|me <cuadra|sirve|late>|me parece (bien)|arre|fierro>
<excelente|<sale|ándale|vaya|va> (pues)|<correct|exact>_<o|a>|exactamente|<así|eso> mero|encantad_<o|a>>
<ya <estás|vas|rugiste>|<está|ta|tá|sta> <bueno|güeno>|macanudo|cierto|seguro|así mismo (es)>

# --- lo que deja todo como está ---
[go whole]
<dejar|mantener|mantenerlo|manténgalo>

[noted whole]
<lo quiero|me lo <llevo|quedo>|oki doki|a darle|vámonos|me va bien|segurísimo|correctísimo|con mucho gusto|trato|hecho>

[approval]
<({whole}|yo) {is} {good}|(es|son) <lo|el <total|precio|importe>> que <esperaba|acordamos|pedí|quiero>>
<{is} {good} {whole}|<{whole}|{very}> ({very})+ {good}|{whole} <coincide_(n)|cuadra_(n)>|mucho mejor>

[nothing to change]
<ningún|no hay|sin|no tengo|no veo|ninguna> (ningún|ninguna) <objeción|objeciones|dudas|error_(es)|cambio_(s)|preguntas>
<nada que|no hay nada que|no hace falta|no necesito|no quiero> <cambiar|corregir|modificar|añadir|objetar> (nada)

[yes]
<sí|clarísimo|(es) un sí|por supuesto|desde luego|afirmativo|ciertamente|totalmente|naturalmente|dale que sí>
<sii|<claro|por supuesto|desde luego|obvio|seguro|pues|<te|le|os|les> digo|digo> que <sí|si>>
<síi|sip|síp|sep|seh|sis|sisi|sisisi|ahora sí|así sí|que sí|de una|cómo no|en efecto|con gusto|sí (que) (lo) quiero>
<sipo|(yo|por la presente)+ (lo|la|los|les|te|le|se lo|te lo) {perform} (y {perform}) ({it}|{data}|{card}|({the}) uso)+>
<s|<sí|claro que|obvio que|por supuesto que> <puede_(s|n)|podés|podéis>|<aceptar|confirmar|autorizar|aprobar> ({thing})>
<simón|(yo) {perform} que <{approval}|sí|(quiero|deseo) {take} ({it})|son correctos>|(yo) <doy|otorgo|presto> {consent}>
<sin (ninguna) duda (alguna)|efectivamente|evidentemente|(no) falta_<ba|ría> más|definitivamente|absolutamente|y tanto>
<obvi_<o|amente>|mi respuesta es (que) sí|(te|le|les|os) <doy|tienes|tiene> {consent}|sí <es|esa es|esta es> ({card})+>
<sí lo <son|es>|(yo) <estoy|quedo|estamos> ({very}) <segur_(ísim)_<o|a>|convencid_<o|a>|de acuerdo|conforme_(s)>>
<(queda|todo|{thing}|{part})+ <confirm|aprob|acept|autoriz>_<ado|ada|ados> ({thing})|sí <a|al|con> <{whole}|{card}>>

# "si" sin acento: un sí solo al principio
[yes first]
<si>

# --- se dice junto a un sí, y no le quita nada ---
[now]
<ahora (mismo)|ya mismo|al <tiro|toque>|cuando <quiera_(s)|guste|queráis>|inmediatamente|con confianza|lo antes posible>
<de una vez|hoy (mismo)|enseguida|cuanto antes|de inmediato|sin demora|y <ya|listo>|a la brevedad|sin más>

# también lo que puede contestar a otra cosa
[understood]
<(ah|vale|ok|ya)+ (ya|ahora)+ (sí) (lo|me)+ <entiendo|entendí|entendido|comprendo|queda claro|leí|he leído> (todo)>
<<esa|ese>+ (sí) <es|son> <{card}|{data}|lo que debo>|ya <te dije|está|quedó>|con esa misma|<eso|esa|ese> (es)>

[when]
<para|antes de> (el|la|las|los|su|mi) <lunes|martes|miércoles|jueves|viernes|sábado|domingo|cumpleaños|clase|colegio>

[beside]
<{named}|(ya|yo)+ (lo|la|los|las) <revisé|chequ_<é|eé>|miré|comprobé|verifiqué|vi> ({whole}|{data}|bien|con calma)+>
<{data} {is} {good}|por mi lado|según lo <indicado|acordado>|de acuerdo con {it}|lo dicho|es (un) regalo|una vez más>
<{part} ({very})+ {good}|(que) <l_<o|os>|necesito|quiero|me hacen falta>+ (<el|los> <libro_(s)|pedido|regalo>) {when}>
<<de|por> <mi|nuestra> parte|<como|ya|como ya> (te|le|os|se lo|te lo|lo)+ <dije|he dicho|decía|comenté> (antes|que)>
<por mí|<perdón|perdona|perdone|disculp_<a|e>> (por) (la|el|mi) <demora|tardanza|espera|retraso|confusión|molestia|lío>>
<<con|a|al|en|de|de acuerdo con> <{it}|{card}|{data}|{whole}>|({part}|todo) <verific|revis|comprob>_ad_<o|a|os|as>>
<(como|en calidad de) titular (de la tarjeta)|<estaba|no <encontraba|tenía>> <al teléfono|ocupad_<o|a>|las gafas>>
(ya) (lo|la|los|las) <he|hemos> <revisado|verificado|comprobado|visto|mirado> ({whole}|{data}|bien|juntos)+
<mi <mujer|marido|madre|padre|hija|hijo|hermana|amiga> (lo|la|los) <necesita|espera|está esperando> ({when})>
<repito|gracias por <preguntar|(la) aclara_<r|rlo|rmelo|ción>|explicar_(lo|melo)|la explicación|confirmar|su paciencia>>
<por <segunda|tercera|última> vez|<así|y así|para> (ya) <terminamos|acabamos|terminar|acabar> (con esto|de una vez)+>

# --- no ---
[want]
<quiero|quisiera|deseo|necesito|prefiero|me gustaría|voy a|vamos a|mejor|favor de|solicito>

[no]
<no|nop|nope|nel|nones|nanai|noo|nah|ño|naa|jamás|nunca|negativo|rechazo|falso|mal|en absoluto>
<ni <hablar|loco|de broma>|<pues|que> no|(eso|esto|todo|así) <está|es|están> ({very}) <mal|incorrecto|falso|equivocado>>
<tampoco|nada de eso|no (quiero que) (me|lo|se|me lo) <cobr_<e|en|es|éis|és>|cargu_<e|es>|hag_<a|as>> ({it}|nada) (aún)>
<para nada|no <proced_<as|a|an>|confirm_<es|e>|sig_<as|a>|continú_<es|e>|aceptes> (<con|a|en> {it}|{it}) (todavía|aún)>
<de ninguna manera|no <todavía|aún|ahora|por ahora|de momento|terminé|me gusta|vale|dale|estoy <de acuerdo|conforme>>>
<en ningún caso|({whole}) no <es|está|están|son|se ve|me parece> ({very})+ <bien|correct_<o|a|os>|cierto|exacto|verdad>>
<incorrect_<o|a>|(yo) no (lo|la|les|los|me|te) <quiero|acepto|autorizo|apruebo|confirmo|consiento|doy {consent}> ({it})>
<todavía|aún|ahora|mejor|por ahora|de momento|hoy|así|eso|<creo|claro|por supuesto|desde luego|obvio|seguro> que> no

# --- lo que detiene ---
[cancel]
<<cancel|anul|abort>_<a|e|en>_(lo|la|me)|anular_(lo)|abortar|cancelemos>

[stop]
<{cancel} ({now}|ya)|detente|deténgase|párelo|desisto|olvíd_<alo|elo|ate>|ya no (lo|la|me) <quiero|interesa>>
<páralo|<{cancel}|frena|suspend_<a|e>|detén|detenga|detener|pare_(n)|parar|cancelar> <esto|eso|todo|{thing}> ({now}|ya)>
<me arrepentí|<quiero|quisiera|deseo|pido|exijo|solicito> que (lo|la|se) <cancel|anul>_<e|es|en> (esto|todo|{thing})>
<me he arrepentido|(sí|mejor) {want} <<anular|detener|parar> (todo|esto)|desistir|anularlo|detenerlo|cancelar {thing}>>
<me echo atrás|(ya|yo|mejor|prefiero) no (lo) (quiero|deseo|voy a|pienso) <pagar_(lo)|comprar|hacerlo|seguir|continuar>>
(me) <puede_(s)|podés|podría_(s)> <<cancelar|anular|detener|parar> <esto|todo|{thing}>|<cancel|anul>_arlo|detenerlo>

[stop whole]
<para|para ya|pare|pare ya|paren|alto|stop|cancelar|detener|parar|salir|basta|basta ya|exit|quit|cancelación|me salgo>

# --- lo que no detiene ---
[keep]
no (lo|la|me lo|se|me) <cancel_<es|e>|anules|par_<es|e>|deteng_<as|a>> (nada|{it}|todavía|aún)
<no (quiero|quería|deseo|hace falta|pedí|dije)|nada de|sin> <cancelar|canceles|anular|parar> ({it}|nada)

# --- atrás y desde el principio ---
[back]
({want}) <v_<olver|uelve|uelva|olvé>|regres_<ar|a|e>|ir> <(un paso) (hacia) atrás|<a la pregunta|al paso> anterior>
<un paso (hacia) atrás|({want}) retroceder (un paso)|retroced_<e|a> (un paso)>

[back whole]
<anterior|volver|volver atrás|regresar>

[restart]
({want}) <emp_<ezar|ieza|ecemos>|comenzar> (todo) <<de|desde> cero|de nuevo|otra vez|desde el <principio|inicio>>
({want}) <v_<olver|uelve|uelva|olvamos>|regresar> <al <principio|inicio>|a <empezar|comenzar> (todo) (<de|desde> cero)>
({want}) <reinici_<ar|a|e|emos>|reiníci_<alo|elo>|resete_<ar|a>> ({it}|la conversación)

[restart whole]
<reset|restart|borrón y cuenta nueva|todo de nuevo|de nuevo desde cero>

# --- otro dato ---
[edit]
({want}|hay que|puedo) <cambi_<ar|a|e|ame>|editar|corregir|corrige|corrija|modific_<ar|a>>

[wrong]
<está|es|lo puse|la puse> <mal|incorrect_<o|a>|equivocad_<o|a>|erróne_<o|a>|mal escrito>

[change]
<{edit} <el|mi> <nombre|apellido|titular> (de la tarjeta)|<el|mi> <nombre|apellido> {wrong}> = name
<{edit} <la|mi|de|el número de> tarjeta|{edit} (el) número|<el número|la tarjeta> {wrong}> = card
({want}) (usar|pagar|pago|uso) (con) <otra tarjeta|una tarjeta distinta|mi otra tarjeta> = card
<{edit} <la|mi|esa|el> <fecha|caducidad|vencimiento> (de <vencimiento|caducidad>)|<la|mi> <fecha|caducidad> {wrong}> = expiry
<{edit} <el|mi> <cvv|cvc|código> (de seguridad)|el <cvv|cvc|código> (de seguridad) {wrong}> = cvv
<{edit} <algo|un dato|(los|mis) datos|una cosa>|hay un error|me equivoqué|quiero hacer un cambio|puse mal un dato>

[change whole]
<cambiar|cambia|cambie|cambiá|corregir|modificar|una corrección|un cambio>

# --- lo que suena a sí y no lo es ---
[never]
<ya <vale|bueno|ok|claro|listo>|<vale|bueno|venga|anda> ya|y dale (con <{it}|{card}>)|dale y dale|<ok|vale|sí> entonces>
<ya está bien|está bien ya|<venga|sí> hombre|ay sí|<sí|claro> cómo no|si {approval}|si se puede|{take} bien|{done} bien>
<me parece que sí|si <así es|es así|ay>|si pago|no está mal>
