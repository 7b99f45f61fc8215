package import Codes
import Evidence
import JSONText
package import Report
import WireText

/// What can be behind a status or an error's name, the likelier first.
///
/// It is read off the registry: a page's example says with which status and name its cause comes, and in which words, which
/// are what tells it from the others.
package struct FailureReference: Sendable {
    /// What was asked about, in a few words.
    package let asked: String

    /// The causes; empty when the registry knows no such status or name.
    package let codes: [FindingCode]

    package init(_ asked: BareFailure) {
        self.asked = asked.name
        let all = CodeRegistry.all.filter(Self.marked.contains)
        let key = asked.type.map(AWSErrorType.key)
        let byType = all.filter { code in key.map { Self.isNamed($0, code) } ?? true }
        let byStatus = all.filter { code in asked.status.map { Self.marks(of: code).statuses.contains($0) } ?? true }
        let both = byType.filter(byStatus.contains)
        // A proxy or an SDK may give another status than the service: the name says more.
        let chosen = !both.isEmpty ? both : asked.type == nil ? byStatus : byType
        codes = Self.ordered(chosen)
    }

    /// The causes on whose pages every word of a phrase stands, where a few words are all that there is; `nil` when none does, or so
    /// many do that the phrase tells nothing.
    package init?(phrase: String) {
        let words = Set(WordText(phrase).words.filter { $0.utf8.count > 3 })
        guard (1...8).contains(words.count), phrase.utf8.count <= 120 else { return nil }
        let found = CodeRegistry.all.filter { code in
            words.isSubset(of: WordText("\(code.title) \(code.page.meaning) \(code.page.looksLike)").words)
        }
        guard (1...Self.phraseLimit).contains(found.count) else { return nil }
        asked = phrase
        codes = Self.ordered(found)
    }

    private static let phraseLimit = 12

    /// One finding for each cause, in the shape of a page.
    package func findings(check: Check) -> [Finding] {
        codes.enumerated().map { index, code in
            Finding(
                code: code, check: check, kind: .reference(asked: PrintableText.escaped(asked, limit: 200)),
                status: .pass, title: code.title, detail: code.page.looksLike,
                evidence: [
                    "asked": .string(PrintableText.escaped(asked, limit: 200)),
                    "rank": .number(JSONNumber(index + 1)),
                    "of": .number(JSONNumber(codes.count)), "detection": .string(code.page.detection),
                    "mend": .string(code.page.fix),
                ], confidence: .possible,
                remedies: [Remedy("Read its page.", command: "doctor explain \(code)")])
        }
    }

    /// The known error name that is nearest to a mistyped one.
    package static func nearestName(to word: String) -> String? {
        NearestName.nearest(to: word, among: names)
    }

    // MARK: The registry's marks

    private struct Marks {
        var statuses: Set<Int> = []
        var types: Set<String> = []
        var names: [String] = []
    }

    /// The causes that an answer, or a client in its place, can have.
    private static let marked = Set(ErrorCause.all.filter { !$0.rules.isEmpty }.map(\.code)).union([
        .keyWrong, .pathDouble,
    ])

    private static let allMarks: [FindingCode: Marks] = Dictionary(
        CodeRegistry.all.map { ($0, read($0.page)) }, uniquingKeysWith: { first, _ in first })

    private static let names = allMarks.values.flatMap(\.names).sorted()

    private static func marks(of code: FindingCode) -> Marks { allMarks[code] ?? Marks() }

    /// The statuses and names in a page's example.
    private static func read(_ page: CodePage) -> Marks {
        var marks = Marks()
        for word in page.looksLike.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) }) {
            if let number = Int(word), word.utf8.count == 3, (400...599).contains(number) {
                marks.statuses.insert(number)
            }
            let name = String(word)
            guard name.first?.isUppercase == true, name.dropFirst().contains(where: \.isUppercase),
                ErrorTypeName.isErrorType(name)
            else { continue }
            marks.types.insert(AWSErrorType.key(name))
            marks.names.append(name)
        }
        return marks
    }

    /// Whether a cause comes with an error type, by its page or by its declaration.
    private static func isNamed(_ key: String, _ code: FindingCode) -> Bool {
        guard let type = AWSErrorType(rawValue: key) else { return marks(of: code).types.contains(key) }
        let names = ErrorCause.synonyms(of: type)
        if !marks(of: code).types.isDisjoint(with: names.map(\.rawValue)) { return true }
        return names.contains { name in
            ErrorCause.named(byType: name).map { $0.cause.code == code || $0.hint.also == code } ?? false
        }
    }

    // MARK: Likelihood

    /// The causes by how often they are met, the commonest first; the others follow in the registry's order.
    ///
    /// It follows what users report: a policy, an account's gate and keys of the wrong place before what is rare.
    private static let byFrequency: [FindingCode] = [
        .iamDenied, .modelAccessNotGranted, .tokenInvalid, .tokenExpired,
        .onDemandUnsupportedNeedsInferenceProfile,
        .modelIDInvalid, .throttled, .signatureMismatch, .keyWrong, .pathDouble, .clockSkewExpired,
        .modelNotInRegion, .useCaseFormMissing, .modelEndOfLife, .validationMessages,
        .validationRequest,
        .validationContextLength, .explicitDeny, .scpDenied, .marketplaceSubscription, .marketplacePayment,
        .wrongScopeRegion, .wrongScopeService, .validationMaxTokens, .validationSamplingParams,
        .validationCacheUnsupported, .validationToolUnsupported, .quotaDailyTokens, .missingAuthToken,
        .incompleteSignature, .bearerTokenInvalid, .accountNotAllowed, .legacyModelLocked, .wrongEndpoint,
        .answerNotFromService, .serviceUnavailable, .internalError, .modelTimeout, .modelError, .modelNotReady,
    ]

    private static let ranks = Dictionary(
        uniqueKeysWithValues: byFrequency.enumerated().map { ($0.element, $0.offset) })

    private static func ordered(_ codes: [FindingCode]) -> [FindingCode] {
        codes.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element)
    }

    private static func rank(_ code: FindingCode) -> Int { ranks[code] ?? byFrequency.count }
}
