import Codes
import Evidence
import JSONText
import Report
import WireText

/// Names the causes that fit an answer.
///
/// A denial by IAM is read by its grammar; all else is weighed by rules over groups of words, with type and status
/// beside them. Two causes that fit about equally well are both named, and more than two never are.
struct ErrorClassifier: Sendable {
    /// Below this difference the better cause is no surer than the other.
    private static let margin = 12

    /// The causes, the likeliest first; empty when the text is of no known kind.
    static func candidates(
        _ read: ReadAnswer, denial: AccessDenial?, refused: FindingCode? = nil, own: AnswererSentence? = nil,
        context: ErrorContext
    ) -> [CauseCandidate] {
        if read.isHTML { return [CauseCandidate(.answerNotFromService, own == nil ? .likely : .certain)] }
        if let denial {
            let causes = DenialCause.causes(denial)
            if causes.count > 1 { return causes.map { CauseCandidate($0, .possible) } }
            return causes.map { CauseCandidate($0, denial.policy == nil ? .likely : .certain) }
        }
        let message = withoutCommands(read.message)
        var weighed = weigh(message.trimmedWhitespace().isEmpty ? read.message : message, read)
        // The grammar of a refused member leaves no other reading, unless words of another kind stand beside it.
        if let refused {
            let rival = weighed.first {
                ErrorCauseGroup($0.cause) != .request && $0.score >= CauseRule.Strength.peculiar.rawValue
                    && !isContradicted($0.cause, read)
            }
            guard let rival else {
                return [CauseCandidate(refused, hasStructure(read, refused) ? .certain : .possible)]
            }
            return [CauseCandidate(refused, .likely), CauseCandidate(rival.cause, .possible)]
        }
        if weighed.isEmpty, read.whole != read.message {
            weighed = weigh(withoutCall(withoutCommands(read.whole)), read)
        }
        // The number stands for itself, in whatever language the words are.
        if ResolverCode.stands(in: read.whole), !weighed.contains(where: { $0.cause == .networkNameUnresolved }) {
            weighed.insert(
                Weighed(cause: .networkNameUnresolved, score: CauseRule.Strength.peculiar.rawValue + 20, also: []),
                at: 0)
        }
        weighed.removeAll { isContradicted($0.cause, read) }
        if let own, weighed.first.map({ isOfTheWay($0.cause) }) ?? true {
            // The service may know the model well.
            return own.isOfModel
                ? [CauseCandidate(.modelIDInvalid, .likely), CauseCandidate(.answerNotFromService, .possible)]
                : [CauseCandidate(.answerNotFromService, .certain)]
        }
        return context.adjusted(choose(weighed, read), read)
    }

    /// Whether a cause is one that those between client and service have too: no connection, no answer, too many calls, a
    /// name that they do not know.
    private static func isOfTheWay(_ cause: FindingCode) -> Bool {
        switch ErrorCauseGroup(cause) {
        case .network, .busy, .serviceFault, .model, .unknown: true
        default: false
        }
    }

    /// Whether the error's type excludes a cause: who refuses a request has answered, and was not at fault.
    private static func isContradicted(_ cause: FindingCode, _ read: ReadAnswer) -> Bool {
        guard let key = read.errorType.flatMap(AWSErrorType.init(named:)), [.validation, .accessDenied].contains(key)
        else {
            return false
        }
        switch ErrorCauseGroup(cause) {
        case .network, .serviceFault: return cause != .answerNotFromService
        // A quota has a type of its own.
        default: return key == .validation && cause == .quotaExceeded
        }
    }

    /// Without the lines that somebody typed: the words of a command say nothing about why it failed.
    private static func withoutCommands(_ text: String) -> String {
        guard text.contains("$ ") else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.trimmedWhitespace().hasPrefix("$ ") }.joined(separator: "\n")
    }

    /// Without botocore's words for what was called, which say nothing about why it failed.
    private static func withoutCall(_ text: String) -> String {
        guard let call = text.firstRange(of: "when calling the "),
            let end = text[call.upperBound...].prefix(80).firstRange(of: " operation")
        else { return text }
        return String(text[..<call.lowerBound]) + String(text[end.upperBound...])
    }

    /// A cause whose words are there.
    struct Weighed {
        let cause: FindingCode
        let score: Int
        let also: [FindingCode]
    }

    /// Every cause whose words are there, the best first.
    static func weigh(_ text: String, _ read: ReadAnswer) -> [Weighed] {
        let words = WordText(text)
        let key = read.errorType.map(AWSErrorType.key)
        return ErrorCause.all.compactMap { cause in
            var best: Weighed?
            for rule in cause.rules {
                guard let score = rule.score(words, typeKey: key), score > best?.score ?? 0 else { continue }
                best = Weighed(cause: cause.code, score: score, also: rule.also)
            }
            return best
        }
        .sorted { ($0.score, $1.cause.spelling) > ($1.score, $0.cause.spelling) }
    }

    private static func choose(_ weighed: [Weighed], _ read: ReadAnswer) -> [CauseCandidate] {
        let named = read.errorType.flatMap(AWSErrorType.init(named:)).flatMap(ErrorCause.named(byType:))
        var ranked = weighed
        if let (cause, hint) = named, let score = hint.score,
            (ranked.first?.score ?? 0) < CauseRule.Strength.peculiar.rawValue, ranked.isEmpty || !hint.isLastResort
        {
            if let index = ranked.firstIndex(where: { $0.cause == cause.code }) {
                let known = ranked.remove(at: index)
                ranked.append(Weighed(cause: known.cause, score: max(known.score, score) + 10, also: known.also))
            } else {
                ranked.append(Weighed(cause: cause.code, score: score, also: hint.also.map { [$0] } ?? []))
            }
            ranked.sort { ($0.score, $1.cause.spelling) > ($1.score, $0.cause.spelling) }
        }
        if ranked.isEmpty, let cause = read.status.flatMap(ErrorCause.named(byStatus:)) {
            return [CauseCandidate(cause.code, .possible)]
        }
        guard let first = ranked.first else { return [] }
        if let other = first.also.first {
            return [CauseCandidate(first.cause, .possible), CauseCandidate(other, .possible)]
        }
        if ranked.count > 1, first.score - ranked[1].score < margin {
            return [CauseCandidate(first.cause, .possible), CauseCandidate(ranked[1].cause, .possible)]
        }
        if !hasStructure(read, first.cause) { return [CauseCandidate(first.cause, .possible)] }
        let confidence: Confidence =
            switch first.score {
            case CauseRule.Strength.peculiar.rawValue...: .certain
            case 60...: .likely
            default: .possible
            }
        return [CauseCandidate(first.cause, confidence)]
    }

    // MARK: Structure

    /// No error's sentence has more words; a text with more is about something else, and fits by chance.
    private static let proseWords = 100

    /// Whether the text is of an error's form, so that its words can be taken for one.
    ///
    /// A status, a type, a body or a wrapper make one. Without them a text must be a sentence or a few; and one about the
    /// request must point into it, for the names of its members are words of every text about Bedrock.
    private static func hasStructure(_ read: ReadAnswer, _ cause: FindingCode) -> Bool {
        if read.hasToldStatus || read.messageKey != nil || read.requestID != nil { return true }
        if read.errorType.map(isUnmistakable) ?? false { return true }
        if WordText(read.whole).words.count > proseWords { return false }
        if read.status != nil || read.operation != nil { return true }
        guard ErrorCause.validation.contains(where: { $0.code == cause }) else { return true }
        return read.whole.utf8.count < 2_000 && pointsIntoRequest(read.whole)
    }

    /// Whether a type of AWS's is not a word of a language, as `Throttling` and `SSL` are.
    private static func isUnmistakable(_ type: String) -> Bool {
        let isCompound = type.contains(where: \.isLowercase) && type.dropFirst().contains(where: \.isUppercase)
        return ErrorTypeName.isFromAWS(type) && isCompound
    }

    /// `messages.0.content`, `messages[0]`, `#/messages/0`, `'modelId'`, a sentence that names the request's part as a value.
    private static func pointsIntoRequest(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let isIndexed = bytes.indices.dropLast().contains { index in
            ".[/".utf8.contains(bytes[index]) && bytes[index + 1].isDigit && index > 0
                && (bytes[index - 1].isLetter || bytes[index - 1] == UInt8(ascii: "]"))
        }
        return isIndexed || text.contains("validation error") || text.contains("Malformed input request")
            || text.contains("The value at ") || text.contains("ContentBlock") || !MemberRefusal.all(in: text).isEmpty
    }
}
