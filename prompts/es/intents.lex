# What customers say in Spanish, beside the values themselves. See the English file for how phrases are written.

[accents]
sí

[yes]
<sí|claro|vale|ok|de acuerdo|confirmo|correcto|adelante>

[yes alone]
si

[deny]
<no|incorrecto>

[cancel]
<cancelar|cancela|cancele>

[polite]
<por favor|gracias>

[thanks]
gracias

[greeting]
hola

[language]
en <español|castellano> = es
en <inglés|ingles> = en
