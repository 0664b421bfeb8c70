extension NoteFrames {
  static let english = NoteFrames(
    openers: [
      "Just woke up, ", "I just had the strangest dream, ", "I'm still half asleep, but ",
      "So I just opened my eyes, and ", "Okay, before I forget how it went, ",
    ],
    cores: [
      "I kept seeing {value}", "all I remember is {value}", "somebody kept whispering {value} to me",
      "I was walking by the sea and all at once there it was, {value}", "my head is still full of {value}",
    ],
    closers: [
      ".", ", no idea why.", ". It felt so real.", ", and then everything went quiet.",
      ". It was so clear that I had to tell you about it.",
      ". I can't get it out of my mind, so I'm telling you before it fades away.",
    ])

  static let spanish = NoteFrames(
    openers: [
      "Me acabo de despertar, ", "He tenido un sueño rarísimo, ", "Todavía estoy medio dormido, pero ",
      "Acabo de abrir los ojos y ", "Bueno, antes de que se me olvide, ",
    ],
    cores: [
      "no paraba de ver {value}", "lo único que recuerdo es {value}", "alguien me susurraba {value} al oído",
      "yo iba caminando junto al mar y de pronto apareció {value}", "tengo la cabeza llena de {value}",
    ],
    closers: [
      ".", ", no sé por qué.", ". Parecía tan real.", ", y luego todo se quedó en silencio.",
      ". Era todo tan claro que te lo tenía que contar.",
      ". No me lo puedo quitar de la cabeza, así que te lo cuento antes de que se borre.",
    ])

  static let french = NoteFrames(
    openers: [
      "Je viens de me réveiller, ", "J'ai fait un rêve très étrange, ", "Je dors encore à moitié, mais ",
      "Je viens d'ouvrir les yeux et ", "Bon, avant que tout s'efface, ",
    ],
    cores: [
      "je voyais sans cesse {value}", "tout ce qui me reste, c'est {value}", "quelqu'un me murmurait {value}",
      "je marchais au bord de la mer et d'un coup il y avait {value}", "j'ai encore la tête pleine de {value}",
    ],
    closers: [
      ".", ", je ne sais pas pourquoi.", ". C'était si réel.", ", et puis tout est devenu calme.",
      ". C'était si clair qu'il fallait que je te le dise.",
      ". Je n'arrive pas à me le sortir de l'esprit, alors je te le raconte tout de suite.",
    ])

  static let german = NoteFrames(
    openers: [
      "Bin gerade aufgewacht, ", "Ich hatte eben einen ganz seltsamen Traum, ", "Ich schlafe noch halb, aber ",
      "Also, ich mache gerade die Augen auf und ", "Bevor ich alles wieder vergesse, ",
    ],
    cores: [
      "da war immer wieder {value}", "ich weiß nur noch das eine, {value}", "jemand hat mir {value} zugeflüstert",
      "ich war irgendwo am Meer und auf einmal war da {value}", "mein Kopf ist noch voll davon, {value}",
    ],
    closers: [
      ".", ", keine Ahnung warum.", ". Es war so echt.", ", und dann war alles ganz still.",
      ". Das war so klar, dass ich es dir erzählen muss.",
      ". Ich bekomme es nicht aus dem Kopf, also erzähle ich es dir lieber gleich.",
    ])

  static let italian = NoteFrames(
    openers: [
      "Mi sono appena svegliato, ", "Ho fatto un sogno stranissimo, ", "Sono ancora mezzo addormentato, ma ",
      "Ho appena aperto gli occhi e ", "Allora, prima che me lo dimentichi, ",
    ],
    cores: [
      "continuavo a vedere {value}", "mi ricordo soltanto {value}", "qualcuno mi sussurrava {value}",
      "camminavo vicino al mare e di colpo c'era {value}", "ho ancora la testa piena di {value}",
    ],
    closers: [
      ".", ", non so perché.", ". Sembrava così vero.", ", e poi è diventato tutto silenzioso.",
      ". Era tutto così chiaro che te lo dovevo dire.",
      ". Non riesco a togliermelo dalla testa, quindi te lo racconto prima che svanisca.",
    ])

  static let portuguese = NoteFrames(
    openers: [
      "Acabei de acordar, ", "Tive um sonho muito estranho, ", "Ainda estou meio a dormir, mas ",
      "Acabei de abrir os olhos e ", "Bem, antes que eu me esqueça, ",
    ],
    cores: [
      "eu não parava de ver {value}", "só me lembro de {value}", "alguém sussurrava {value} para mim",
      "eu andava perto do mar e de repente lá estava {value}", "tenho a cabeça cheia de {value}",
    ],
    closers: [
      ".", ", não sei porquê.", ". Parecia tão real.", ", e depois tudo ficou em silêncio.",
      ". Era tudo tão claro que eu tinha de te contar.",
      ". Não consigo tirar isto da cabeça, por isso conto antes que desapareça.",
    ])
}
