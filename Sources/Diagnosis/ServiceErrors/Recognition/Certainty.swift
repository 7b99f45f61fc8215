import Codes
import Evidence
import Report

/// How sure a cause may be, by the kind of evidence that it stands on: the one place where words become `certain`.
///
/// `certain` means that no other reading exists. A group of words, however peculiar, is shared by other texts; so words
/// are certain only together with structure: a type of AWS's that goes with the cause, or a sentence too long to stand
/// there by chance, from an answerer who is known. All else is `likely` at most.
///
/// | evidence | at most |
/// | - | - |
/// | a mistake made again that gives the signature | proven (``SignatureExaminer``) |
/// | IAM's own sentence with the kind of policy at its end | certain |
/// | a refused member with what is allowed, in the grammar of a service or an SDK | certain |
/// | words of a cause with an error type that is declared for it | certain |
/// | a whole sentence of a cause (``OwnSentence``), said by AWS or by the client itself | certain |
/// | the link of a credential chain with a refusal of AWS's behind it | certain |
/// | a page of HTML with a sentence of its author | certain |
/// | words of a cause without such a type; a name of a link alone; a sentence of a gateway | likely |
/// | words beside which another cause fits nearly as well; a type or a status alone | likely or possible |
enum Certainty {
    /// How many words stand together in a whole sentence, and in no other by chance.
    private static let sentence = 5

    /// The least score of words that count as a rival of another kind.
    private static let rival = CauseRule.Strength.fitting.rawValue

    // MARK: Words

    /// Of a cause that stands on its words: the best that was found, and the next behind it.
    static func ofWords(
        _ best: ErrorClassifier.Weighed, rival: ErrorClassifier.Weighed?, _ read: ReadAnswer
    ) -> Confidence {
        guard best.score >= CauseRule.Strength.peculiar.rawValue else { return best.score >= 60 ? .likely : .possible }
        if best.isWhole { return rival.map { $0.isWhole } ?? false ? .likely : .certain }
        // What a client says of its own connection has no other author.
        let isOwn = best.isTyped || best.length >= sentence || ErrorCauseGroup(best.cause) == .network
        guard isOwn, !isGeneral(best.cause) else { return .likely }
        if let rival, isNear(rival, to: best) { return .likely }
        return .certain
    }

    /// Whether another cause fits nearly as well: any whose words are as peculiar, or one of another kind that fits at all.
    private static func isNear(_ rival: ErrorClassifier.Weighed, to best: ErrorClassifier.Weighed) -> Bool {
        if rival.score >= CauseRule.Strength.peculiar.rawValue { return !best.isTyped || rival.isTyped }
        return rival.score >= Self.rival && ErrorCauseGroup(rival.cause) != ErrorCauseGroup(best.cause)
            && !best.isTyped
    }

    /// Causes that gather what has no name of its own: words say that something of the kind is wrong, and not what.
    private static func isGeneral(_ cause: FindingCode) -> Bool {
        [
            .validationMessages, .validationRequest, .answerNotFromService, .internalError, .networkProxyFailed,
            .networkProxyAuthentication, .serviceRoleDenied,
        ].contains(cause)
    }

    // MARK: Grammars

    /// Of a denial by IAM: certain where it says which kind of policy refused.
    static func ofDenial(_ denial: AccessDenial) -> Confidence { denial.policy == nil ? .likely : .certain }

    /// Of a refused member: certain where what is allowed was read with it.
    static func ofMember(_ refusal: MemberRefusal?, hasStructure: Bool) -> Confidence {
        guard hasStructure else {
            // Around a sentence with the path of a member in it, people tell what they like: nobody else writes one.
            return refusal.map { $0.isMeasured && $0.path.contains(".") } ?? false ? .likely : .possible
        }
        return refusal?.isMeasured ?? false ? .certain : .likely
    }

    /// Of a page of HTML: that no service of AWS's wrote it is certain where its author's own sentence stands there.
    static func ofPage(hasSentence: Bool) -> Confidence { hasSentence ? .certain : .likely }

    /// Of a sentence of a gateway: others may quote it.
    static let ofAnswerer = Confidence.likely

    /// Of the address of a service that hands out credentials.
    static func ofMetadata(isAlone: Bool, _ found: Confidence) -> Confidence {
        isAlone && found == .certain ? .certain : .likely
    }

    // MARK: Signatures

    /// Of a mistake that was read from texts and not made again: two hashes of a body that differ do not say which is wrong.
    static func ofSignature(_ cause: FindingCode, _ found: Confidence) -> Confidence {
        guard found != .proven, [.bodyUnsigned, .bodyChanged].contains(cause) else { return found }
        return min(found, .likely)
    }

    // MARK: The answerer

    /// What holds whoever answered: without a sign that AWS or the client itself spoke, a gateway may have used its words.
    static func byAnswerer(_ found: [CauseCandidate], _ read: ReadAnswer, _ scene: Scene) -> [CauseCandidate] {
        guard !isKnown(read, scene) else { return found }
        return found.map { candidate in
            switch ErrorCauseGroup(candidate.cause) {
            // The client says so itself: nobody answered.
            case .network, .settings: candidate
            default: CauseCandidate(candidate.cause, min(candidate.confidence, .likely))
            }
        }
    }

    /// Whether something shows that AWS answered: a type, a request id, an operation that an SDK names, a host, a record.
    private static func isKnown(_ read: ReadAnswer, _ scene: Scene) -> Bool {
        if scene.answerer?.position == .between { return false }
        return read.errorType.map(ErrorTypeName.isFromAWS) ?? false || read.requestID != nil || read.operation != nil
            || !OwnSentence.causes(in: WordText(read.whole)).isEmpty || scene.answeredBy != nil || scene.service != nil
            || scene.sdk != nil || scene.client != nil
    }
}
