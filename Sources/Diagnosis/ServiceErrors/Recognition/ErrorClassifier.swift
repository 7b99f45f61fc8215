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
        _ read: ReadAnswer, _ exception: OwnException, denial: AccessDenial?, member: MemberRefusal? = nil,
        own: AnswererSentence? = nil,
        context: ErrorContext
    ) -> [CauseCandidate] {
        if read.isHTML { return [CauseCandidate(.answerNotFromService, Certainty.ofPage(hasSentence: own != nil))] }
        // A denial that names no action may be an authorizer's.
        if let denial, denial.action != nil || own == nil {
            let causes = DenialCause.causes(denial)
            if causes.count > 1 { return causes.map { CauseCandidate($0, .possible) } }
            return causes.map { CauseCandidate($0, Certainty.ofDenial(denial)) }
        }
        // What the service said stands in an object that the program did not read.
        if PrintedObject.mark(in: read.whole) != nil, OwnSentence.causes(in: WordText(read.whole)).isEmpty,
            member == nil,
            read.errorType.map({ !ErrorTypeName.isFromAWS($0) }) ?? true
                || AWSErrorType(named: read.errorType ?? "") == .validation && read.messageKey == nil
                    && !read.whole.contains("Exception")
        {
            return [CauseCandidate(.answerNotShown, .likely)]
        }
        if isUnshown(read, member: member) { return [CauseCandidate(.answerNotShown, .likely)] }
        if exception.isKeyAlone { return [CauseCandidate(.answerUnreadable, .likely)] }
        if exception.isOfArguments { return [CauseCandidate(.clientRefused, .likely)] }
        // A person's words may say what it is not.
        let isOfPerson = isProse(read)
        func said(_ text: String) -> String {
            let told = withoutFrames(text)
            return isOfPerson ? RefutedSentence.removed(from: Remark.removed(from: told)) : told
        }
        var weighed = weigh(said(read.stated), read)
        if weighed.isEmpty, read.stated != read.message { weighed = weigh(said(read.message), read) }
        // What a program or a tool says of its own settings was said by nobody at AWS.
        if let check = LocalCheck(read), check.outweighs(weighed) { return [CauseCandidate(check.code, .likely)] }
        // The grammar of a refused member leaves no other reading, unless words of another kind stand beside it.
        if let refused = member?.cause {
            let rival = weighed.first {
                $0.cause != refused && ErrorCauseGroup($0.cause) != .request
                    && $0.score >= CauseRule.Strength.peculiar.rawValue
                    && !isContradicted($0.cause, read)
            }
            guard let rival else {
                let surety = Certainty.ofMember(member, hasStructure: hasStructure(read, exception, refused))
                // Cache points are refused for the model's sake, and for their place.
                let isOpen = refused == .validationCacheUnsupported || isOfAlternatives(read)
                let most: Confidence = isOpen ? .likely : .certain
                return [CauseCandidate(context.isOfRole(read) ? .roleRequestInvalid : refused, min(surety, most))]
            }
            return [CauseCandidate(refused, .likely), CauseCandidate(rival.cause, .possible)]
        }
        // Around the reason of a state stand the words of the tool that waited for another one.
        let isOfState = read.waited?.isOfState ?? false
        if weighed.isEmpty, read.whole != read.message, !isOfState {
            weighed = weigh(withoutCall(said(read.whole)), read)
        }
        // The number stands for itself, in whatever language the words are; of the words their object decides.
        let isNumbered = ResolverCode.stands(in: read.whole)
        if isNumbered || HostLookup.failed(in: read.message) || weighed.isEmpty && HostLookup.failed(in: read.whole),
            !weighed.contains(where: { $0.cause == .networkNameUnresolved })
        {
            let score = CauseRule.Strength.peculiar.rawValue + (isNumbered ? 20 : 5)
            let place = isNumbered ? 0 : weighed.firstIndex { $0.score < score } ?? weighed.count
            weighed.insert(Weighed(cause: .networkNameUnresolved, score: score, isTyped: isNumbered), at: place)
        } else if isNumbered, let first = weighed.first, !first.isTyped,
            // A client's own sentence says what it lacks, and the number why; what a service said was an answer.
            !first.isWhole || [.credentialsMissing, .credentialsServiceUnreachable].contains(first.cause),
            let place = weighed.firstIndex(where: { $0.cause == .networkNameUnresolved })
        {
            // Words of a person about what the call was for (`the SSO token refresh`) name no other failure.
            let score = max(first.score, CauseRule.Strength.peculiar.rawValue) + 20
            weighed.remove(at: place)
            weighed.insert(Weighed(cause: .networkNameUnresolved, score: score, isTyped: true), at: 0)
        }
        weighed.removeAll { isContradicted($0.cause, read) }
        // What is measured in a file of training data is neither a quota nor a conversation.
        if TooLong.isOfRecord(WordText(read.message)), weighed.allSatisfy({ isOfLength($0.cause) }) {
            return [CauseCandidate(.validationRequest, .likely)]
        }
        if weighed.isEmpty, isOfState, let waited = read.waited { return [CauseCandidate(waited.cause, .likely)] }
        if exception.stands {
            weighed.removeAll { OwnException.excludes($0.cause) }
            // The status of a gateway's own server says nothing of AWS.
            if weighed.isEmpty { return context.adjusted([], read) }
        }
        if exception.isOfValue { weighed.removeAll { $0.cause == .credentialsMissing && !$0.isWhole } }
        if MarkupForJSON.stands(in: read.whole),
            weighed.first.map({ $0.score < CauseRule.Strength.peculiar.rawValue || isVague($0.cause) }) ?? true
        {
            weighed = [Weighed(cause: .answerNotFromService, score: CauseRule.Strength.fitting.rawValue + 5)]
        }
        // Who says so in words of its own has not passed AWS's on, unless a type of AWS's or its own sentence stands beside.
        let isOfAWS = read.errorType.map(ErrorTypeName.isFromAWS) ?? false || weighed.first?.isWhole ?? false
        if let own, !isOfAWS || weighed.first.map({ isOfTheWay($0.cause) }) ?? true {
            // LiteLLM is the client itself; and the service may know the model well.
            if own.isOfModel, own.answerer == .liteLLM { return [CauseCandidate(.clientRefused, Certainty.ofAnswerer)] }
            return own.isOfModel
                ? [CauseCandidate(.modelIDInvalid, .likely), CauseCandidate(.answerNotFromService, .possible)]
                : [CauseCandidate(.answerNotFromService, Certainty.ofAnswerer)]
        }
        return context.adjusted(choose(weighed, read, exception), read)
    }

    /// Whether a person tells of a failure whose message is not in the text: what is named there may be anything.
    private static func isUnshown(_ read: ReadAnswer, member: MemberRefusal?) -> Bool {
        guard read.errorType == nil, read.status == nil, read.operation == nil, read.requestID == nil,
            read.messageKey == nil, member == nil, UnshownMessage.isOfWordsAlone(read.pasted)
        else { return false }
        let words = WordText(read.whole)
        guard OwnSentence.causes(in: words).isEmpty else { return false }
        if UnshownMessage.isWithheld(read.pasted) { return true }
        // The name of a link of the credential chain alone says nothing of what failed.
        return CredentialLink(read.whole) != nil && weigh(read.message, read).isEmpty
    }

    /// Whether nothing of an answer was read, so that a text may be a person's alone.
    private static func isProse(_ read: ReadAnswer) -> Bool {
        read.errorType == nil && read.status == nil && read.operation == nil && read.requestID == nil
            && read.messageKey == nil
    }

    /// Whether a schema of several forms was held against the body: what one of them lacks, another would not have asked for.
    private static func isOfAlternatives(_ read: ReadAnswer) -> Bool {
        read.whole.contains("subject must not be valid against schema")
    }

    /// Whether a cause is one that those between client and service have too: no connection, no answer, too many calls, a
    /// name that they do not know.
    private static func isOfTheWay(_ cause: FindingCode) -> Bool {
        switch ErrorCauseGroup(cause) {
        case .network, .busy, .serviceFault, .model, .unknown: true
        default: false
        }
    }

    /// Whether a cause is one that words about a length suggest, whatever is too long.
    private static func isOfLength(_ cause: FindingCode) -> Bool {
        ErrorCauseGroup(cause) == .request || [.quotaExceeded, .throttled].contains(cause)
    }

    /// Whether a cause is one that words around a failure suggest, whatever failed.
    private static func isVague(_ cause: FindingCode) -> Bool {
        [.internalError, .credentialsMissing, .answerNotFromService, .modelError].contains(cause)
    }

    /// Whether the error's type excludes a cause: who refuses a request has answered, and was not at fault.
    private static func isContradicted(_ cause: FindingCode, _ read: ReadAnswer) -> Bool {
        // Whatever a library could not read, the service has said what it is.
        if cause == .answerUnreadable, read.errorType.map(ErrorTypeName.isFromAWS) ?? false { return true }
        // Who only tells of a token has not been refused for it.
        if cause == .bearerTokenInvalid, !RefusedBearer.isTold(in: read) { return true }
        if isContradictedByAnswer(cause, read) { return true }
        // The role of a request is checked with it; what refuses the caller has a type of its own.
        if cause == .serviceRoleDenied, !ErrorCause.isOfRequest(read) { return true }
        // OpenAI's and Anthropic's type of every refused request.
        if ErrorCauseGroup(cause) == .serviceFault, read.whole.contains("invalid_request_error") { return true }
        guard let key = read.errorType.flatMap(AWSErrorType.init(named:)) else { return false }
        // Who refused a signature was reached, whatever is said of connections beside it.
        if refusals.contains(key), ErrorCauseGroup(cause) == .network { return cause != .answerNotFromService }
        guard [.validation, .accessDenied].contains(key) else { return false }
        // A model that wants a profile is no matter of access.
        if key == .accessDenied, cause == .onDemandUnsupportedNeedsInferenceProfile { return true }
        switch ErrorCauseGroup(cause) {
        case .network, .serviceFault: return cause != .answerNotFromService
        // A quota has a type of its own.
        default: return key == .validation && cause == .quotaExceeded
        }
    }

    /// Whether an answer of the service's is told beside a cause that only a call without one has.
    private static func isContradictedByAnswer(_ cause: FindingCode, _ read: ReadAnswer) -> Bool {
        // Who is refused has been reached; a proxy's refusal names the proxy.
        if cause == .networkUnreachable, read.status == nil || [401, 403].contains(read.status ?? 0) {
            let words = WordText(read.shown.prefix(8_192))
            let isRefused = words.has("401|403 forbidden|unauthorized|error")
            return isRefused && !words.has("proxy|tunnel")
                && !words.has("refused|reset|timeout|econnrefused|etimedout|unreachable|econnreset")
        }
        // The service looked at a whole pair of keys.
        return cause == .credentialsPartial
            && ["UnrecognizedClientException", "InvalidClientTokenId", "ExpiredToken", "SignatureDoesNotMatch"]
                .contains(
                    where: read.shown.prefix(32_768).contains)
    }

    /// Types by which the layer before a service refuses a signature, and nothing else.
    private static let refusals: Set<AWSErrorType> = [
        .signatureDoesNotMatch, .invalidSignature, .incompleteSignature, .requestTimeTooSkewed, .bodyHashMismatch,
        .authorizationHeaderMalformed, .authorizationQueryParameters,
    ]

    /// Without the frames of a stack: what was called says nothing about why it failed.
    private static func withoutFrames(_ text: String) -> String {
        guard text.contains("File \"") || text.contains("\n") && text.contains("at ") else { return text }
        var kept: [Substring] = []
        var isBelowFrame = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.trimmedWhitespace()
            // Python prints the line of code below its place, and marks below that.
            if isBelowFrame, line.first?.isWhitespace ?? false, !words.hasPrefix("File \"") {
                if !words.allSatisfy({ $0 == "^" || $0 == "~" || $0 == " " }) { isBelowFrame = false }
                continue
            }
            isBelowFrame = words.hasPrefix("File \"") && words.contains(", line ")
            if !isBelowFrame, !isFrame(words) { kept.append(line) }
        }
        return kept.allSatisfy { $0.allSatisfy(\.isWhitespace) } ? text : kept.joined(separator: "\n")
    }

    /// `at Name (file:1:2)`, as Java, JavaScript and .NET print a frame.
    private static func isFrame(_ line: some StringProtocol) -> Bool {
        guard line.hasPrefix("at "), line.utf8.count < 400 else { return false }
        return line.hasSuffix(")") || line.contains("file://") || line.contains(" in /")
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
        var also: [FindingCode] = []
        /// How many words of the rule stand there.
        var length = 0
        /// Whether the answer's type is one that goes with the cause.
        var isTyped = false
        /// Whether a whole sentence of the cause's own stands there.
        var isWhole = false
    }

    /// Every cause whose words are there, the best first.
    static func weigh(_ text: String, _ read: ReadAnswer) -> [Weighed] {
        let words = WordText(text)
        let key = read.errorType.map(AWSErrorType.key)
        let whole = OwnSentence.causes(in: words)
        let author = CauseRule.Speaker(read)
        return ErrorCause.all.compactMap { cause in
            var best: Weighed?
            for rule in cause.rules {
                guard let score = rule.score(words, typeKey: key, by: author), score > best?.score ?? 0 else {
                    continue
                }
                best = Weighed(
                    cause: cause.code, score: score, also: rule.also, length: rule.length,
                    isTyped: key.map { rule.goes(with: $0) || cause.isNamed(byKey: $0) } ?? false)
            }
            guard whole.contains(cause.code) else { return best }
            // A sentence that no other cause has outweighs words that others have, too.
            return Weighed(
                cause: cause.code, score: max(best?.score ?? 0, CauseRule.Strength.peculiar.rawValue + 30),
                also: [], length: best?.length ?? 0, isTyped: best?.isTyped ?? false, isWhole: true)
        }
        .sorted { ($0.score, $1.cause.spelling) > ($1.score, $0.cause.spelling) }
    }

    private static func choose(
        _ weighed: [Weighed], _ read: ReadAnswer, _ exception: OwnException
    ) -> [CauseCandidate] {
        let named = read.errorType.flatMap(AWSErrorType.init(named:)).flatMap(ErrorCause.named(byType:))
        var ranked = weighed
        if let (cause, hint) = named, let score = hint.score,
            (ranked.first?.score ?? 0) < CauseRule.Strength.peculiar.rawValue, ranked.isEmpty || !hint.isLastResort
        {
            if let index = ranked.firstIndex(where: { $0.cause == cause.code }) {
                let known = ranked.remove(at: index)
                ranked.append(
                    Weighed(
                        cause: known.cause, score: max(known.score, score) + 10, also: known.also,
                        length: known.length, isTyped: true, isWhole: known.isWhole))
            } else {
                ranked.append(
                    Weighed(cause: cause.code, score: score, also: hint.also.map { [$0] } ?? [], isTyped: true))
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
        // Words about models beside a type of credentials are a reporter's.
        let isPlain =
            first.isTyped && ErrorCauseGroup(first.cause) == .credentials && ranked.count > 1 && !ranked[1].isTyped
            && ![.credentials, .settings, .policy].contains(ErrorCauseGroup(ranked[1].cause))
        if ranked.count > 1, !isPlain, first.score - ranked[1].score < margin {
            return [CauseCandidate(first.cause, .possible), CauseCandidate(ranked[1].cause, .possible)]
        }
        // A sentence that no other cause has means the same with a person's words around it.
        if !hasStructure(read, exception, first.cause) {
            return [CauseCandidate(first.cause, first.isWhole ? .likely : .possible)]
        }
        let rival = ranked.dropFirst().first
        return [CauseCandidate(first.cause, Certainty.ofWords(first, rival: rival, read))]
    }

    // MARK: Structure

    /// No error's sentence has more words; a text with more is about something else, and fits by chance.
    private static let proseWords = 100

    /// Whether the text is of an error's form, so that its words can be taken for one.
    ///
    /// A status, a type, a body or a wrapper make one. Without them a text must be a sentence or a few; and one about the
    /// request must point into it, for the names of its members are words of every text about Bedrock.
    private static func hasStructure(
        _ read: ReadAnswer, _ exception: OwnException, _ cause: FindingCode
    ) -> Bool {
        if read.hasToldStatus || read.messageKey != nil || read.requestID != nil { return true }
        if read.waited?.isOfState ?? false { return true }
        if read.errorType.map(isUnmistakable) ?? false { return true }
        // A runtime's own sentence is one, however much of its stack stands below.
        if ErrorCauseGroup(cause) == .settings, exception.isNamed { return true }
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
