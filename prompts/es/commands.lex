[polite]
<por favor|señor|señora|señorita|amigo|amiga|bro|tío|compadre|hermano|jefe|joven|ya|ahora|entonces|ok|okay|vale|bueno|oh|ah|y|pues|mismo>
<genial|excelente|estupendo|fantástico|perfecto|buenísimo|buenisimo|muy bien|bien|maravilloso|fenomenal|súper|super|bárbaro|chévere|guay>
ahora mismo
👍
👌
✅
🙏
🙂
😊
😀
😃
😄
✔
☑
💯
🎉
❤
<🏻|🏼|🏽|🏾|🏿>

[and]
<y|entonces>
[it]
lo
<el|mi|este> <pago|cobro|pedido|cargo>
<la|mi|esta> <compra|operacion|transaccion|orden|tarjeta>

[yes]
<dele|hacelo|haceme el cobro|seguí|dele nomás|correcta|así mero|es correcta|confirmá|procedé|continuá|confirmalo|procesalo|doy mi conformidad>
<puede|puedes|pueden|podés> <cobrar|cobrarlo|cobrarme|proceder|continuar|seguir|procesarlo> ({it})
<puede|puedes|pueden|podés> <proceder|continuar|seguir> con {it}
<cargue|carga|cobre|cobra> a mi tarjeta
<puedes|puede|pueden> <cobrarlo|cobrar|proceder|continuar|confirmar|cobrarme>
<sí|sip|sep|sipi|sii|siii|siiii|síi|síii|seh|s|sí señor|sí señora|sí claro|claro|claro que sí|claro que si|clarísimo|por supuesto|por supuesto que sí|por supuesto que si>
<vale|ok|okay|okey|oki|okis|de acuerdo|conforme|bueno sí|desde luego|cómo no|sin duda|efectivamente|afirmativo|exacto|exactamente|correcto|correctamente|así es|eso es|tal cual|totalmente|obvio|obviamente|evidentemente|ciertamente|en efecto|faltaba más|dale|dale nomás|venga|órale|ándale>
<confirmo|confirmar|confirmado|confirmada|confírmalo|confírmelo|confirma|confirme|lo confirmo|acepto|aceptar|aceptado|lo acepto|apruebo|aprobado|lo apruebo|autorizo|autorizado|lo autorizo|doy mi consentimiento|doy mi autorización|doy mi aprobación|estoy de acuerdo|estoy conforme>
<confirmo|acepto|apruebo|autorizo|confirma|confirme|confirmar|aprobar|autorizar> {it}
(yo) confirmo que (todo) (es|está) <correcto|bien>
adelante (con {it})
<procede|proceda|procedan|proceder|continúa|continúe|continuar|continuemos|continúen|sigue|siga|seguir|sigamos|prosigue|prosiga|avanza|avancemos|hazlo|hágalo|háganlo|hágale|hazle|dale para adelante>
<procede|proceda|continúa|continúe|sigue|siga|adelante> con {it}
<cobra|cobre|cobren|cobrar|cóbralo|cóbrelo|cóbrame|cóbreme|cóbrenlo|cóbrala|cárgalo|cárguelo|carga|cargue> ({it})
<paga|pague|pagar|págalo|páguelo|pagar ahora|paga ahora|procesa|procese|procésalo|procéselo|realiza|realice|haz|haga|completa|complete|finaliza|finalice|efectúa|efectúe> <lo|el pago|el cobro|la compra|el pedido|la operación|la transacción|ya|ahora>
<paga|pagar|págalo|páguelo|procésalo|procéselo>
sí quiero <pagar|confirmar|continuar|proceder|confirmarlo|seguir adelante>
quiero <confirmar|confirmarlo|continuar|proceder>
sí deseo <pagar|confirmar|continuar|proceder>
(todo|eso|esto|así) <es correcto|está bien|está correcto|está perfecto|está en orden|está ok|se ve bien|me parece bien|es exacto|está todo bien>
(todo|todo está|está todo|está|todo se ve) <correcto|bien|perfecto|en orden|ok>
todo <bien|correcto|perfecto|en orden|ok>
me parece <bien|correcto|perfecto>
por mí <bien|perfecto|está bien|de acuerdo|ok|vale|adelante>
(los|mis|todos los) datos (son|están) <correctos|bien|perfectos>
(la) información (es|está) <correcta|bien>
estoy (completamente|totalmente|muy) <seguro|segura>
tienes mi <permiso|aprobación|consentimiento|autorización>
<de una|va que va|está hecho|hecho|trato hecho>

[no]
no <autorizo|apruebo|acepto|confirmo> {it}
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

