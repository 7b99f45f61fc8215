import Codes
import SigV4
import WireText

/// What signers do wrong with the query.
enum QueryMistakes {
    static func all(_ query: QueryModel) -> [Mistake] {
        guard !query.sent.isEmpty else { return absent }
        return order + empty + (hasBlanks(query) ? plus : form) + coding + presence(query) + charsets(query)
            + PresignedListMistakes.all(query)
    }

    /// Letters beyond ASCII in another charset or form.
    private static func charsets(_ query: QueryModel) -> [Mistake] {
        let names: [(Transcoding, FindingCode, String)] = [
            (.toLatin1, .pathUnicode, "the query's text as Latin-1"),
            (.toLatin1WithMarks, .pathUnicode, "the query's text as Latin-1, with ? for what that lacks"),
            (.toASCIIWithMarks, .pathUnicode, "the query's text as ASCII, with ? for what that lacks"),
            (.fromLatin1, .pathUnicode, "the query's bytes taken for Latin-1 and encoded as UTF-8"),
            (.composed, .pathNFC, "the query's letters composed (NFC)"),
            (.decomposed, .pathNFC, "the query's letters decomposed (NFD)"),
        ]
        return names.compactMap { transcoding, cause, words in
            let changed = transcoding.applied(to: query.sent)
            guard changed != query.sent else { return nil }
            let other = QueryModel(changed, excluding: query.excluded)
            return mistake(cause, words, .queryText) { $0.pairs = other.pairs }
        }
    }

    private static func mistake(
        _ cause: FindingCode, at place: FaultPlace = .client, _ words: String, _ knobs: Knobs,
        _ reach: Mistake.Reach = .triples, _ change: @escaping @Sendable (inout QueryModel) -> Void
    ) -> Mistake {
        Mistake(cause, at: place, words, knobs, .target, reach) { change(&$0.query) }
    }

    private static let order: [Mistake] = [
        mistake(.querySort, "the parameters as they were sent, unsorted", .queryOrder) { $0.order = .asSent },
        mistake(.querySort, "the parameters sorted before encoding", .queryOrder) { $0.order = .decodedName },
        mistake(.querySort, "the parameters sorted by the whole pair 'name=value'", .queryOrder) {
            $0.order = .encodedPair
        },
        mistake(.querySort, "the parameters sorted by the whole pair before encoding", .queryOrder) {
            $0.order = .decodedPair
        },
        mistake(.querySort, "the parameters sorted without regard to case, as by a locale", .queryOrder) {
            $0.order = .caseInsensitive
        },
        mistake(.querySort, "the parameters sorted by name only", .queryOrder) { $0.order = .nameOnly },
        mistake(.querySort, "the parameters in descending order", .queryOrder) { $0.order = .descending },
        mistake(.querySort, "the parameters sorted by value", .queryOrder) { $0.order = .value },
        mistake(.querySort, "the parameters sorted by the length of their names", .queryOrder) {
            $0.order = .nameLength
        },
        mistake(.querySort, "the parameters in the reverse of their order", .queryOrder) { $0.order = .reversed },
        mistake(.querySort, "only the first value of a repeated parameter", .queryRepetition) {
            $0.repetition = .first
        },
        mistake(.querySort, "only the last value of a repeated parameter", .queryRepetition) { $0.repetition = .last },
        mistake(.querySort, "the values of a repeated parameter joined by a comma", .queryRepetition) {
            $0.repetition = .joined
        },
    ]

    private static let empty: [Mistake] = [
        mistake(.queryEmpty, "a parameter without a value written without '='", .queryEmpty) { $0.empty = .bare },
        mistake(.queryEmpty, "a parameter without '=' as it was sent", .queryEmpty) { $0.empty = .asSent },
        mistake(.queryEmpty, "the parameters without those that have no value", .queryEmpty) { $0.empty = .leftOut },
        mistake(.queryEmpty, "an ampersand at the end of the parameters", .queryPresence) {
            $0.suffix = [UInt8(ascii: "&")]
        },
    ]

    /// Whether a space or a plus sign is in a name or a value, so that something of them can have the wrong form.
    private static func hasBlanks(_ query: QueryModel) -> Bool {
        query.pairs.prefix(SearchBudget.places).contains { pair in
            (Escape.decoded(pair.name) + Escape.decoded(pair.value)).contains { $0 == 0x20 || $0 == UInt8(ascii: "+") }
        }
    }

    /// What else an encoder of forms does otherwise.
    private static let form: [Mistake] = [
        mistake(.queryEncoding, "an encoder that leaves * bare and escapes ~, as of forms", .queryAlphabet) {
            $0.alphabet = EscapeAlphabet(sparing: "*", escaping: "~")
        }
    ]

    private static let plus: [Mistake] = {
        return [
            mistake(.queryPlus, "a space as +, as form encoders write it", .queryAlphabet) {
                $0.alphabet = .plusForSpace
            },
            mistake(
                .queryPlus, "a form encoder, which writes a space as +, leaves * bare and escapes ~", .queryAlphabet
            ) {
                $0.alphabet = EscapeAlphabet(sparing: "*", escaping: "~").with { $0.writesSpaceAsPlus = true }
            },
            mistake(.queryPlus, "a plus sign left bare", .queryAlphabet) { $0.alphabet = EscapeAlphabet(sparing: "+") },
            mistake(.queryPlus, "a plus sign taken for a space", .queryPlus) { $0.readsPlusAsSpace = true },
            mistake(.queryPlus, "a plus sign taken for a space, also where it was sent as %2B", .queryPlus) {
                $0.losesPlus = true
            },
            mistake(
                .queryPlus, "a plus sign taken for a space, and a space written as +", [.queryPlus, .queryAlphabet]
            ) {
                $0.readsPlusAsSpace = true
                $0.alphabet = .plusForSpace
            },
        ]
    }()

    private static let coding: [Mistake] = {
        func spared(
            _ cause: FindingCode, _ text: String, slash: Bool = false, _ words: String
        ) -> Mistake {
            mistake(cause, words, .queryAlphabet) {
                $0.alphabet = EscapeAlphabet(sparing: text)
                $0.keepsSlash = slash
            }
        }
        return [
            mistake(.queryEncoding, "the query encoded once more than it was sent", .queryCoding) {
                $0.coding = .sentOnceMore
            },
            mistake(.queryEncoding, "the decoded query encoded twice", .queryCoding) { $0.coding = .decodedThenTwice },
            mistake(.queryEncoding, "the query as it was sent", .queryCoding) { $0.coding = .asSent },
            mistake(.queryEncoding, "the query without any encoding", .queryCoding) { $0.coding = .decoded },
            spared(.queryEncoding, "", slash: true, "an encoder that leaves the slash bare"),
            spared(.queryEncoding, ":", "an encoder that leaves the colon bare"),
            spared(.queryEncoding, ":", slash: true, "an encoder that leaves slash and colon bare"),
            spared(.queryEncoding, "!'()*", "an encoder that leaves ! ' ( ) * bare, as encodeURIComponent does"),
            spared(.queryEncoding, "@", "an encoder that leaves @ bare"),
            spared(.queryEncoding, ",", "an encoder that leaves the comma bare"),
            spared(.queryEncoding, "=", "an encoder that leaves = bare"),
            spared(.queryEncoding, "*", "an encoder that leaves * bare"),
            spared(.queryEncoding, "=@,", "an encoder that leaves = @ , bare"),
            spared(.queryEncoding, "!'()*=@,", "an encoder that leaves ! ' ( ) * = @ , bare"),
            spared(.queryEncoding, "[]", "an encoder that leaves brackets bare"),
            spared(.queryEncoding, "|", "an encoder that leaves | bare"),
            spared(.queryEncoding, ":,", slash: true, "an encoder that leaves slash, colon and comma bare"),
            spared(.queryEncoding, "$-_.+!*'(),", "an encoder that follows RFC 1738"),
            mistake(.queryEncoding, "the names of the parameters without encoding", .queryCoding) {
                $0.nameCoding = .decoded
            },
            mistake(.queryEncoding, "the values of the parameters without encoding", .queryCoding) {
                $0.coding = .decoded
                $0.nameCoding = .normalized
            },
            mistake(.queryEncoding, "the ampersands between the parameters as &amp;", .queryPresence) {
                $0.separator = Array("&amp;".utf8)
            },
            mistake(.queryEncoding, "the parameters separated by semicolons", .queryPresence) {
                $0.separator = [UInt8(ascii: ";")]
            },
            mistake(.queryEncoding, "the parameters with nothing between them", .queryPresence, .pairs) {
                $0.separator = []
            },
            mistake(.queryEncoding, "the query in small letters", .queryText) { $0.lowersLine = true },
            mistake(.queryEncoding, "the line with its & and = encoded as well", .queryPresence) {
                $0.encodesLine = true
            },
            spared(.queryEncoding, "!$'()*,;:@", slash: true, "an encoder that leaves the reserved characters bare"),
            spared(.queryEncoding, "!$'()*,;:@?", slash: true, "an encoder that leaves reserved characters and ? bare"),
            spared(
                .queryEncoding, "!*'();:@$,?=+", slash: true, "an encoder that leaves reserved characters and = bare"),
            mistake(.pathTilde, "an encoder that writes ~ as %7E", .queryAlphabet) {
                $0.alphabet = EscapeAlphabet(escaping: "~")
            },
            mistake(.pathTilde, "an encoder that escapes all but letters and digits", .queryAlphabet) {
                $0.alphabet = EscapeAlphabet(escaping: "-._~")
            },
            mistake(.pathHexCase, "escapes with small hexadecimal letters", [.queryHex, .queryAlphabet]) {
                $0.alphabet = .lowerHex
            },
            mistake(.pathUnicode, "bytes above 0x7F left bare in the query", .queryAlphabet) {
                $0.alphabet = .bareHighBytes
            },
        ]
    }()

    private static func presence(_ query: QueryModel) -> [Mistake] {
        let sent = query.sent
        func inPath(_ words: String, _ suffix: [UInt8], keepsLine: Bool = false) -> Mistake {
            Mistake(.queryInPath, words, [.queryPresence, .pathEnds], .target, .triples) {
                $0.path.suffix = suffix
                if !keepsLine { $0.query.presence = .leftOut }
            }
        }
        let encoded = EscapeAlphabet.sigV4.encoded(sent, keepsSlash: true)
        let decoded = EscapeAlphabet.sigV4.encoded(Escape.decoded(sent), keepsSlash: true)
        let canonical = query.line
        let mark = [UInt8(ascii: "?")]
        var mistakes = [
            mistake(.queryInPath, "an empty line in place of the query", .queryPresence) { $0.presence = .leftOut },
            inPath("the query within the path, after a bare ?", mark + sent),
            inPath("the query within the path, its ? as %3F", Array("%3F".utf8) + encoded),
            inPath("the query within the path, its ? as %3F, decoded first", Array("%3F".utf8) + decoded),
            inPath("the query within the path, its ? as %3F and the rest as sent", Array("%3F".utf8) + sent),
            inPath(
                "the query within the path, its ? as %3F, its & and = bare",
                Array("%3F".utf8) + EscapeAlphabet(sparing: "&=").encoded(sent, keepsSlash: true)),
            inPath(
                "the query within the path, its ? as %3F, its & and = bare, its slashes encoded",
                Array("%3F".utf8) + EscapeAlphabet(sparing: "&=").encoded(sent, keepsSlash: false)),
            inPath(
                "the query within the path, its ? as %3F, its slashes encoded",
                Array("%3F".utf8) + EscapeAlphabet.sigV4.encoded(sent, keepsSlash: false)),
            inPath("the canonical query within the path, after a bare ?", mark + canonical),
            inPath("the canonical query within the path, its ? as %3F", Array("%3F".utf8) + canonical),
            inPath("the canonical query within the path as well, after a bare ?", mark + canonical, keepsLine: true),
            inPath("the query within the path as well, after a bare ?", mark + sent, keepsLine: true),
            inPath("the query within the path as well, its ? as %3F", Array("%3F".utf8) + encoded, keepsLine: true),
            Mistake(
                .queryInPath, "the query within the path, after a bare ?, and no line of its own",
                [.queryPresence, .pathEnds], .target, .alone
            ) {
                $0.path.suffix = mark + canonical
                $0.query.presence = .leftOut
                $0.hasEmptyQueryLine = false
            },
            mistake(.queryInPath, "the query with its question mark", .queryPresence) { $0.prefix = mark },
        ]
        for pair in query.pairs.prefix(SearchBudget.places)
        where !query.excluded.contains(Escape.decoded(pair.name)) {
            let name = Escape.decoded(pair.name)
            let shown = VisibleBytes.text(name)
            let isToken = shown.asciiLowercased == "x-amz-security-token"
            mistakes.append(
                mistake(
                    isToken ? .tokenUnsigned : .queryInPath, "the query without the parameter '\(shown)'",
                    .queryPresence
                ) { $0.excluded.append(name) })
        }
        return mistakes
    }

    /// A query that was signed and never sent.
    private static let absent: [Mistake] = [
        mistake(.queryInPath, "a query line that holds a lone question mark", .queryPresence) {
            $0.prefix = [UInt8(ascii: "?")]
        },
        // Whoever drops empty lines drops this one, or the one behind the headers.
        Mistake(.textForm, "no line for the query, which is empty", .queryPresence, .target, .triples) {
            $0.hasEmptyQueryLine = false
        },
    ]
}
