/** Shapes of input that are known to hurt programs that read YAML, by name. */
export const hazards: { readonly [name: string]: string } = {
  empty: '',
  'only a mark': '\uFEFF',
  'only line feeds': '\n'.repeat(65_536),
  'only tabs': '\t'.repeat(65_536),
  'only blanks': ' '.repeat(65_536),
  'braces in braces, closed': `message: ${'{'.repeat(400)}${'}'.repeat(400)}`,
  'braces in braces, open': '{'.repeat(65_536),
  'keys that are keys': '? '.repeat(400),
  'many keys that are keys': '? '.repeat(32_000),
  'brackets, open': '['.repeat(65_536),
  'brackets, closed': `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  'dashes in dashes': '- '.repeat(32_000),
  'deep by indentation': Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(
    '',
  ),
  'many keys': Array.from({ length: 9000 }, (_, index) => `k${index}: 1\n`).join(''),
  '16,000 keys': Array.from({ length: 16_000 }, (_, index) => `k${index}: 1\n`).join(''),
  '16,000 anchors': Array.from({ length: 16_000 }, (_, index) => `- &a${index} 1\n`).join(''),
  '16,000 anchors on texts': `message: { text: Hi }\ncallbackData:\n${Array.from({ length: 16_000 }, (_, index) => `- &a${index} x\n`).join('')}`,
  'deep by brackets': `message: { text: Hi }\ncallbackData: ${'['.repeat(20_000)}1${']'.repeat(20_000)}\n`,
  '100,000 wrong items': `message: { text: Hi, attachments: [${'1,'.repeat(100_000)}1] }\n`,
  'many wrong items': `message: { text: Hi, attachments: [${'1, '.repeat(19_000)}] }\n`,
  'many objects that must differ': `variables: { l: { type: array, maxItems: 4000, uniqueItems: true, items: { type: object, properties: { a: integer } }, default: [${Array.from({ length: 4000 }, (_, index) => `{ a: ${index} }`).join(', ')}] } }\nmessage: { text: Hi }\ncallbackData: "{{ l }}"\n`,
  'many equal choices': `variables: { a: { type: string, enum: [${'x, '.repeat(9000)}y] } }\nmessage: { text: "{{ a }}" }\n`,
  'many choices': `variables: { a: { type: string, enum: [${Array.from({ length: 6000 }, (_, index) => `x${index}`).join(', ')}] } }\nmessage: { text: "{{ a }}" }\n`,
  'an id of a billion letters': `variables: { id: { type: string, maxLength: 1000000000, pattern: "^[xy]*$" } }
message: { text: Hi, replyButtonMessage: { buttons: [{ id: "go:{{ id }}", text: Go }] } }
`,
  'a pattern that backtracks': `${patternSpec('^(a+)+$')}examples: [{ name: a, variables: { p: [a], q: "${'a'.repeat(240)}!" } }]\n`,
  'many patterns': `variables: { ${Array.from({ length: 600 }, (_, index) => `v${index}: { type: string, pattern: "^[a-z]{1,1000}${index}$" }`).join(', ')} }\nmessage: { text: "${Array.from({ length: 600 }, (_, index) => `{{ v${index} }}`).join('')}" }\n`,
  'many properties of characters': `variables: { ${['L', 'Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'M', 'N', 'Nd', 'P', 'S', 'Z', 'C', 'Script=Latin', 'Script=Greek', 'Script=Han', 'Emoji', 'Alphabetic', 'ID_Start', 'XIDC'].map((name, index) => `v${index}: { type: string, pattern: "^[\\\\p{${name}}x]{1,40}$" }`).join(', ')} }\nmessage: { text: "${Array.from({ length: 20 }, (_, index) => `{{ v${index} }}`).join('')}" }\n`,
  'many buttons with patterns': `variables: { ${Array.from({ length: 110 }, (_, index) => `v${index}: { type: string, pattern: "^[a-z]{1,9}(${index}|x|y)*z?$", maxLength: 40 }`).join(', ')} }\nmessage: { text: Hi, replyButtonMessage: { buttons: [${Array.from({ length: 110 }, (_, index) => `{ id: "{{ v${index} }}", text: "{{ v${index} }}" }`).join(', ')}] } }\n`,
  'many lists under many conditions': `variables: { ${Array.from({ length: 12 }, (_, index) => `f${index}: boolean, l${index}: { type: array, maxItems: 900, items: { type: object, properties: { a: string(200), b: string } } }`).join(', ')} }
message: { text: Hi, listMessage: { button: { text: b }, sections: [${Array.from({ length: 12 }, (_, index) => `{ title: "t${index}", rows: [{ $each: r in l${index}, $if: f${index}, id: "{{ r.a }}", text: "{{ r.b }}" }] }`).join(', ')}] } }\n`,
  'many sections without titles': `message: { text: Hi, listMessage: { button: { text: b }, sections: [${'{ rows: }, '.repeat(5000)}] } }\n`,
  'marks that nothing ends': `message: { text: Hi, replyButtonMessage: { header: { text: "${'*a _b ~c '.repeat(7000)}" }, buttons: [{ id: a, text: A }] } }\n`,
  'long patterns in a list': `variables: { ${['a', 'b', 'c'].map((name) => `${name}: { type: string, pattern: "^${`${name}word`.repeat(800)}$" }`).join(', ')}, l: { type: array, minItems: 1, maxItems: 11, items: { type: object, properties: { id: { type: string, pattern: "^${'word'.repeat(1000)}$" }, t: string(100) } } } }
message: { text: "{{ a }}{{ b }}{{ c }}", listMessage: { button: { text: b }, sections: [{ title: t, rows: [{ $each: r in l, id: "{{ r.id }}{{ a }}", text: "{{ r.t }}" }] }] } }\n`,
  'a key of many words': `message: { text: Hi, footer: { text${'$if: not f '.repeat(6000)}: a } }\n`,
  'a declaration of blanks': `variables: { a: "${' '.repeat(20_000)}x" }\nmessage: { text: Hi }\n`,
  'placeholders of another system': `variables: { a: string }\nmessage: { text: "{{ a }}" }\ncallbackData: { k: "${'{a}'.repeat(20_000)}" }\n`,
  'commas only': `message: { text: a${','.repeat(65_000)} }\n`,
  'many equal keys': 'k: 1\n'.repeat(13_000),
  'many anchors': Array.from({ length: 6000 }, (_, index) => `- &a${index} x\n`).join(''),
  'many aliases': `a: &a x\nb: [${'*a, '.repeat(16_000)}]\n`,
  'alias bomb': Array.from({ length: 12 }, (_, level) =>
    level === 0 ? 'a0: &a0 [x, x]\n' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}x]\n`,
  ).join(''),
  'alias to itself': 'a: &a [*a]\nmessage: &m { text: *m }\n',
  'unknown alias': 'message: { text: *nobody }\n',
  'merge key bomb': Array.from({ length: 40 }, (_, level) =>
    level === 0
      ? 'm0: &m0 { a: 1 }\n'
      : `m${level}: &m${level} { <<: [*m${level - 1}, *m${level - 1}] }\n`,
  ).join(''),
  'huge key': `${'k'.repeat(60_000)}: 1\n`,
  'huge quoted key': `"${'k'.repeat(60_000)}": 1\n`,
  'huge text': `message: { text: "${'x'.repeat(64_000)}" }\n`,
  'many quotes': '"'.repeat(65_535),
  'many single quotes': "'".repeat(65_536),
  'many backslashes': `a: "${'\\'.repeat(65_000)}"`,
  'half characters': 'message: { text: "\\uD83D", b: "\\uDE00\\uD83D" }\n',
  'a real half character': 'message: { text: "\uD83D" }\n',
  'control characters': `message: { text: "${'\u0000\u0001\u0007\u001B\u007F\u0085'}" }\n`,
  'escaped control characters': 'message: { text: "\\0\\a\\e\\x85\\u2028" }\n',
  'half a character for a declaration':
    'variables: { b: "\\ud800", n: { type: number } }\nmessage: { location: { latitude: "{{ n }}", longitude: 1, name: "Hi {{ b }}" } }\n',
  'a control character in a condition':
    'variables: { f: boolean, n: string(40) }\nmessage: { text: Hi, replyButtonMessage: { buttons: [{ $if: "\\0", id: a, text: "{{ n }}" }, { id: b, text: b }] } }\n',
  'separators of lines': 'message:\u2028  text: a\u2029  b\u0085',
  'byte-order marks inside': 'message:\n  \uFEFFtext: \uFEFFHi\uFEFF\n',
  'keys of prototypes':
    '__proto__: { text: x }\nconstructor: { prototype: { x: 1 } }\nmessage: { __proto__: { text: Hi }, toString: x }\n',
  'declarations of prototypes':
    'variables: { __proto__: string, constructor: string, o: { type: object, properties: { __proto__: string, toString: string } } }\nmessage: { text: "{{ constructor }}{{ o.toString }}{{ __proto__ }}{{ o.__proto__ }}{{ hasOwnProperty }}" }\ncallbackData: { __proto__: "{{ o }}", constructor: 1 }\n',
  'strange tags': 'message: !!js/function { text: !!binary "aGk=", b: !!set {a, b}, c: !<x> y }\n',
  directives: '%YAML 9.9\n%TAG ! tag:x,2000:\n--- !x\nmessage: { text: Hi }\n...\n---\na\n',
  'many tags': `message: { text: Hi }\ncallbackData:\n${'- !a x\n'.repeat(9000)}`,
  'many tags of texts': `message: { text: Hi }\ncallbackData:\n${'- !!str x\n'.repeat(6500)}`,
  'many documents': '---\n'.repeat(16_000),
  'many comments': '# connectly-disable-next-line x -- y\n'.repeat(1700),
  'many suppressions': `${'# connectly-disable text-too-long -- because\n'.repeat(1400)}message: { text: Hi }\n`,
  'many mistakes': `message: { text: Hi }\n${Array.from({ length: 4000 }, (_, index) => `x${index}: 1`).join('\n')}`,
  'many templates': `variables: { a: string }\nmessage: { text: "${'{{ a }}'.repeat(9000)}" }\n`,
  'many open braces in a text': `message: { text: "${'{{'.repeat(30_000)}" }\n`,
  'many undeclared': `message: { text: "${Array.from({ length: 4000 }, (_, index) => `{{ v${index} }}`).join('')}" }\n`,
  'many buttons': `message: { text: Hi, replyButtonMessage: { buttons: [${'{ id: a, text: b }, '.repeat(3000)}] } }\n`,
  'many different buttons': `message: { text: Hi, replyButtonMessage: { buttons: [${Array.from({ length: 2200 }, (_, index) => `{ id: a${index}, text: b${index} }`).join(', ')}] } }\n`,
  'many variables': `variables: { ${Array.from({ length: 3500 }, (_, index) => `v${index}: string`).join(', ')} }\nmessage: { text: "{{ v1 }}" }\n`,
  'many rows that repeat': `variables: { l: { type: array, maxItems: 2000, items: { type: object, properties: { id: string, label: string } } } }
message: { text: Hi, listMessage: { button: { text: b }, sections: [{ title: t, rows: [${'{ $each: r in l, id: "{{ r.id }}{{ r.label }}", text: "{{ r.label }}" }, '.repeat(300)}] }] } }\n`,
  'many conditions': `variables: { ${Array.from({ length: 60 }, (_, index) => `f${index}: boolean`).join(', ')} }
message: { text: Hi, replyButtonMessage: { buttons: [${Array.from({ length: 60 }, (_, index) => `{ $if: f${index}, id: "${index}", text: "${index}" }`).join(', ')}] } }\n`,
  'many values together': `variables: { ${Array.from({ length: 12 }, (_, index) => `e${index}: { type: string, enum: [${Array.from({ length: 60 }, (__, value) => `x${index}_${value}`).join(', ')}] }`).join(', ')} }
message: { text: "${Array.from({ length: 12 }, (_, index) => `{{ e${index} }}`).join('')}" }\n`,
  'a long variable often': `variables: { l: { type: string, maxLength: 10000000 } }\nmessage: { text: "${'{{ l }}'.repeat(600)}" }\n`,
  'a list of long texts':
    'variables: { l: { type: array, maxItems: 1000, items: { type: string, maxLength: 1000000 } } }\nmessage: { text: Hi }\ncallbackData: { a: "{{ l }}" }\n',
  'lists in lists in lists':
    'variables: { l: { type: array, maxItems: 2000, items: { type: array, maxItems: 2000, items: { type: array, maxItems: 2000, uniqueItems: true, items: string } } } }\nmessage: { text: Hi }\ncallbackData: { a: "{{ l }}" }\n',
  'long lists that must be filled':
    'variables: { l: { type: array, minItems: 1000000, maxItems: 9000000, uniqueItems: true, items: string } }\nmessage: { text: Hi }\ncallbackData: { a: "{{ l }}" }\n',
  'a long text that must be filled': `variables: { l: { type: string, minLength: 100000000, maxLength: 900000000 } }\nmessage: { text: "${'{{ l }}'.repeat(100)}" }\n`,
  'case alone tells items apart':
    'variables: { l: { type: array, maxItems: 2, uniqueItems: true, items: { type: string, pattern: "^[aA]{40}$" } } }\nmessage: { text: Hi }\ncallbackData: { a: "{{ l }}", b: "X" }\n'.replace(
      'X',
      'x'.repeat(930),
    ),
  'a pattern that doubles': patternSpec('^(a|a)*(a+)+(a*)*$'),
  'a pattern of many choices': patternSpec(
    `^(${Array.from({ length: 3000 }, (_, index) => `x${index}`).join('|')})*$`,
  ),
  'a pattern of many repeats': patternSpec('^((a{1,10}){1,10}){1,10}b?$'),
  'a pattern of many groups': patternSpec('('.repeat(30_000)),
  'a pattern of many open classes': patternSpec('['.repeat(30_000)),
  'a pattern of properties': patternSpec('^\\\\p{L}{1,200}\\\\P{Lu}{1,200}[^\\\\p{N}]{0,300}$'),
  'a pattern with a format': patternSpec('^.*@.*\\\\..*x.*$", format: email, minLength: 40, x: "'),
  'a pattern and lengths': patternSpec(
    '^(abc|de)*$", minLength: 200000, maxLength: 200003, description: "',
  ),
  'numbers at the ends':
    'variables: { a: { type: number, minimum: 1e308, maximum: 1.7e308 }, b: { type: integer, minimum: -9007199254740991, multipleOf: 9007199254740991 }, c: { type: number, multipleOf: 5e-324 }, d: { type: number, minimum: .inf } }\nmessage: { text: "{{ a }}{{ b }}{{ c }}{{ d }}" }\n',
}

/** The shapes that made some library slow or fall over: each has a quarter of a second. */
export const knownHazards: readonly string[] = [
  'braces in braces, closed',
  'braces in braces, open',
  'keys that are keys',
  'brackets, open',
  'alias bomb',
  'many keys',
  '16,000 keys',
  '16,000 anchors',
  '16,000 anchors on texts',
  'merge key bomb',
  'half characters',
  'control characters',
  'strange tags',
  'keys of prototypes',
  'a pattern that doubles',
  'a pattern that backtracks',
  'deep by brackets',
  '100,000 wrong items',
  'many objects that must differ',
]

function patternSpec(pattern: string): string {
  return `variables: { p: { type: array, uniqueItems: true, items: { type: string, pattern: "${pattern}" } }, q: { type: string, pattern: "${pattern}" } }
message: { text: "{{ q }}${'x'.repeat(4000)}" }
callbackData: { p: "{{ p }}", q: "{{ q }}" }
`
}
