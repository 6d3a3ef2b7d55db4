# How English writes numbers, money, dates and lists. Source: Unicode CLDR, locale "en".

decimal-mark = { "." }
group-mark = { "," }
# Numbers with fewer digits before the decimal mark are not grouped.
group-from = 4

money-symbol = { $symbol }{ $number }
money-code = { $symbol }{ "\u00A0" }{ $number }

expiry = { $month }/{ $year }

list-next = { $list }, { $item }
# $brand_is is the wire name of the item.
list-last = { $list } and { $item }

plural = { $count ->
    [one] one
   *[other] other
}

symbol-AUD = A$
symbol-BRL = R$
symbol-CAD = CA$
symbol-CNY = CN¥
symbol-EUR = €
symbol-GBP = £
symbol-HKD = HK$
symbol-ILS = ₪
symbol-INR = ₹
symbol-JPY = ¥
symbol-KRW = ₩
symbol-MXN = MX$
symbol-NZD = NZ$
symbol-PHP = ₱
symbol-TWD = NT$
symbol-USD = $
symbol-VND = ₫

# Another way to pay, where the operator named none.
other-ways = bank transfer

# What a model is told to write in.
model-language = English
# How a question opens: with "¿", or with nothing.
question-opens = { "" }
# The letters of a model's wording, as ranges.
letters = a-z A-Z À-ɏ
