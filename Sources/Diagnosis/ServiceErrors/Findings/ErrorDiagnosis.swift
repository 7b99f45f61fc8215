package import Catalog
package import Codes
package import Evidence
import JSONText
package import Report
package import WireText

/// What an answer that went wrong means: the causes that fit it, and what could be read from it.
package struct ErrorDiagnosis: Sendable, Hashable {
    /// The causes, the likeliest first, two at most; empty when the text is of no known kind.
    package let candidates: [CauseCandidate]

    /// The account gate that the likeliest cause closes.
    package let gate: AccountGate?

    package let status: Int?
    package let errorType: String?
    /// What followed the type in `x-amzn-ErrorType`, or stood before it in `__type`.
    package let errorNamespace: String?
    package let operation: String?
    package let requestID: String?

    /// The service's own sentence, an SDK's wrapper taken off.
    ///
    /// It may hold control characters: escape it before showing.
    package let message: String
    package let details: ErrorDetails

    /// The link of a credential chain that the words speak of.
    let link: CredentialLink?

    /// Whether no word of the text says so, and who answered decides.
    let isOfScene: Bool

    /// Another service of AWS's that limits its own callers.
    let throttledBy: String?

    /// What the service is called that was called, where it is none of Bedrock's.
    let called: String?

    /// What this very failure is called where its code says less.
    let words: FindingWords

    /// What to do, the likeliest first.
    package let remedies: [Remedy]

    /// What was pasted, whole: no sentence of the findings may show a secret of it.
    let shown: String

    /// The code for causes that are not known.
    package static let unknownCode = FindingCode.unknownError

    /// The likeliest cause, or ``unknownCode``.
    package var code: FindingCode { candidates.first?.cause ?? Self.unknownCode }

    /// Diagnoses an answer.
    ///
    /// - Parameters:
    ///   - answer: The answer, as much of it as is known.
    ///   - catalog: The models that are known: they settle texts that are said of dead models too.
    ///   - today: The day the call was made.
    ///   - scene: Where the call was made, as far as an input shows it: remedies depend on it.
    ///   - record: What CloudTrail recorded of the call.
    package init(
        _ answer: ServiceAnswer, catalog: ModelCatalog = .documented, today: CalendarDay? = nil, scene: Scene = Scene(),
        record: TrailEvent? = nil
    ) {
        let read = ReadAnswer(answer)
        let shown = read.shown
        let exception = OwnException(read)
        // The same denial may stand whole elsewhere in the text, as where a dump was cut at its end.
        // An action above a stack has ended, though the sentence ends with it.
        let isAboveStack = answer.surroundings.contains(read.stated.trimmedWhitespace() + "\n    at ")
        let said = AccessDenial(isAboveStack ? read.stated + "\n    at its stack" : read.stated)
        let elsewhere = said?.policy == nil ? AccessDenial(read.whole) : nil
        let isWhole = said?.hasPieces ?? false && elsewhere.map { !$0.hasPieces && $0.resource == nil } ?? false
        let denial = (elsewhere?.policy == nil && !isWhole ? said ?? elsewhere : elsewhere).map {
            ConfiguredRole.completed($0, by: read.shown)
        }
        let host = DetailReader.host(in: read.whole)
        var details = DetailReader.details(read, denial: denial, answer: answer)
        let entry = details.modelID.flatMap { catalog.entry(for: $0) }
        let failing = FailingRegions.isRefused(in: read.shown) ? FailingRegions(read.shown) : nil
        let context = ErrorContext(
            region: answer.region, model: answer.model, hostRegion: host?.region,
            hostIsBedrock: host?.isBedrock ?? true,
            modelIsRetired: today.map { entry?.lifecycle(on: $0) == .retired } ?? false,
            modelIsKnown: details.modelID.map { catalog.entry(for: $0) != nil }, arnRegion: details.arnRegion,
            metadata: details.metadata, service: answer.service,
            source: answer.service.flatMap(CredentialSource.init(service:)),
            misplaced: MisplacedOperation(read.whole, surroundings: answer.surroundings),
            compatible: CompatibleCall(read.whole, surroundings: answer.surroundings, model: details.modelID),
            hasOptInRefusals: failing?.areOptIn ?? false, areOptInRefusalsProved: failing?.areProved ?? false,
            cameWithoutKey: ErrorContext.saysThatNothingCame(answer.surroundings))
        details.cut = read.cut
        details.hasPieces = read.hasPieces || denial?.hasPieces ?? false
        if denial?.hasPieces ?? false, let id = details.modelID, !WholeModelName.isWhole(id) { details.modelID = nil }
        details.refusals = MemberRefusal.all(in: read.message)
        if details.refusals.isEmpty { details.refusals = MemberRefusal.all(in: read.whole) }
        let own = AnswererSentence.first(in: read, author: scene.answerer)
        // The members are those of the application's own body, which Bedrock never saw.
        if own?.answerer == .webApplication, read.isForeign { details.refusals = [] }
        var found = ErrorClassifier.candidates(
            read, exception, denial: denial, member: details.refusals.first, own: own, context: context)
        found = MissingResource.causes(read, found) ?? found
        found = OpenGates.causes(read, denial: denial, found) ?? found
        // What runs an agent's code passes its failure on; of a model the status has another meaning
        // (<https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-troubleshooting.html>).
        if read.status == 424, found.allSatisfy({ $0.confidence == .possible }),
            scene.service?.value.hasPrefix("bedrock-agentcore") ?? false
        {
            found = [CauseCandidate(.programFailed, .likely)]
        }
        isOfScene = found.isEmpty
        if found.isEmpty || Self.isForeignCode(read, found) {
            found =
                Self.bySceneAlone(read, exception, scene, surroundings: answer.surroundings)
        }
        // Where both times are told, they say which of the two clocks is behind.
        if let first = found.first, [.clockSkewExpired, .clockSkewFuture].contains(first.cause),
            let skew = details.times?.skewSeconds, abs(skew) > 60
        {
            found = [CauseCandidate(skew < 0 ? .clockSkewExpired : .clockSkewFuture, max(first.confidence, .likely))]
        }
        // What a chain of providers wraps is the reason, where it is of AWS's.
        if found.first?.cause == .credentialsMissing,
            WordText(read.whole).has("expiredtoken|expiredtokenexception")
                || answer.surroundings.lowercased().contains("caused by: expiredtoken")
        {
            found = [CauseCandidate(.tokenExpired, .likely)]
        }
        // A time that no service takes, where nothing else was said.
        if let date = SignedDate(read.whole + "\n" + answer.surroundings), date.isOfClock, Self.isSilent(found, read) {
            found = [CauseCandidate(date.skew ?? -1 < 0 ? .clockSkewExpired : .clockSkewFuture, .likely)]
        }
        // API Gateway says so of a path that it does not have.
        if found.first?.cause == .missingAuthToken, scene.answerer == .apiGateway {
            found = [CauseCandidate(.answerNotFromService, .likely), CauseCandidate(.missingAuthToken, .possible)]
        }
        found = Self.ofNeighbour(found, read, surroundings: answer.surroundings)
        // A model of Bedrock's own marketplace answers in the same frame, and was called through Bedrock.
        if details.denial == nil, !Self.isRuntime(read.operation),
            found.allSatisfy({ RemoteModel.mayHaveSaid($0.cause) }),
            RemoteModel(read, surroundings: answer.surroundings) != nil
        {
            found = [CauseCandidate(.answerNotFromService, .likely)]
        }
        // The slash of an ARN makes another path where it is not encoded, and what answers there sends no events.
        if found.first?.cause == .streamEndedEarly, read.whole.contains("Truncated event message"),
            (answer.surroundings + read.pasted).contains("arn:aws:bedrock:")
        {
            found = [CauseCandidate(.arnPathEncoding, .likely), CauseCandidate(.streamEndedEarly, .possible)]
        }
        if found.first?.cause == .tokenInvalid, ReportedSource.isExportGood(answer.surroundings) {
            found = Array(found.prefix(1))
        }
        let endpoint = EndpointOfOperation(
            in: shown,
            operation: answer.operation ?? read.operation ?? scene.operation?.value)
        if let endpoint, endpoint.isOfBaseURL, found.allSatisfy({ endpoint.mayBehind($0.cause) }) {
            found = [CauseCandidate(.wrongEndpoint, .likely)]
        }
        // A slip of an id that lives is not one whose end has come.
        if found.first?.cause == .modelIDInvalid, let today, entry == nil, let id = details.modelID ?? answer.model,
            let near = catalog.nearest(to: id, today: today, region: answer.region),
            let living = catalog.entry(for: near), living.lifecycle(on: today) != .retired
        {
            found.removeAll { $0.cause == .modelEndOfLife }
        }
        if found.allSatisfy({ $0.cause == .wrongEndpoint || $0.confidence == .possible }),
            !found.isEmpty || [400, 403, 404, 405].contains(read.status),
            MisplacedPath(in: shown, status: read.status) != nil
        {
            found = [CauseCandidate(.wrongEndpoint, .likely)]
        }
        if found.isEmpty, UnfollowedRole.stands(in: shown) {
            found = [CauseCandidate(.credentialsMissing, .likely)]
        }
        if ForeignServerError.stands(in: read, found, scene, surroundings: answer.surroundings) {
            found = [CauseCandidate(.answerNotFromService, .likely)]
        }
        // What came by itself was not missing.
        if let first = found.first, [.iamDenied, .serviceRoleDenied].contains(first.cause),
            first.confidence == .certain,
            SecondRun.isTold(in: WordText(shown))
        {
            found = [CauseCandidate(first.cause, .likely)] + found.dropFirst()
        }
        if found.isEmpty, details.modelID != nil || read.status == 400 || read.whole.contains("400"),
            let name = ProviderModelName.ofVertex(in: shown), WordText(shown).has("400|invalid|identifier|error")
        {
            details.modelID = name.name
            found = [CauseCandidate(.modelIDInvalid, .likely)]
        } else if found.first?.cause == .modelIDInvalid, let name = ProviderModelName.ofVertex(in: shown) {
            details.modelID = name.name
        }
        if found.isEmpty, UnevenPackages(in: shown) != nil { found = [CauseCandidate(.clientTooOld, .likely)] }
        found = TargetFailure.causes(read, found, scene) ?? found
        found = Certainty.byAnswerer(found, read, scene)
        // What was cut off may say more, and something else.
        candidates =
            read.cut == nil && !details.hasPieces
            ? found : found.map { CauseCandidate($0.cause, $0.confidence.lowered) }
        let code = candidates.first?.cause ?? Self.unknownCode
        if details.profile == nil, code == .onDemandUnsupportedNeedsInferenceProfile, let entry {
            details.profile = (answer.region ?? details.region).flatMap {
                catalog.profileCandidates(for: entry.id, region: $0).first
            }
        }
        gate = ErrorCauseGroup(code).gate
        status = read.status
        errorType = read.errorType
        errorNamespace = read.errorNamespace
        operation = read.operation
        requestID = read.requestID
        message = read.stated
        self.details = details
        link = CredentialLink(read.whole)
        called =
            scene.service.flatMap { service in
                service.value.hasPrefix("bedrock") ? nil : AWSService.all.first { $0.endpoint == service.value }?.title
            } ?? scene.answerer.flatMap { $0.position == .other ? $0.name : nil }
        let call = FailedCall(
            details: details, answer: answer, read: read, exception: exception, catalog: catalog, today: today,
            scene: scene, record: record, own: own)
        throttledBy = code == .throttled ? ForeignThrottle(call)?.who : nil
        words = FindingWords(code, call)
        remedies = call.remedies(for: code)
        self.shown = shown
    }

    /// What failed in another step of the same work, where nothing surer was found of a call to AWS.
    private static func ofNeighbour(
        _ found: [CauseCandidate], _ read: ReadAnswer, surroundings: String
    ) -> [CauseCandidate] {
        let isOpen = found.allSatisfy { candidate in
            candidate.confidence == .possible || candidate.cause == .answerNotFromService
        }
        guard isOpen, !(read.errorType.map(ErrorTypeName.isFromAWS) ?? false), read.operation == nil else {
            return found
        }
        if PackageFetch(in: read.whole) != nil { return [CauseCandidate(.programFailed, .likely)] }
        let isStep = (ProvisionedStep(in: read.pasted) ?? ProvisionedStep(in: surroundings)) != nil
        return isStep ? [CauseCandidate(.answerNotFromService, .likely)] : found
    }

    /// Whether a refusal has the status alone for its name, and no words: Bedrock names each of its own.
    private static func isForeignCode(_ read: ReadAnswer, _ found: [CauseCandidate]) -> Bool {
        read.isCodeless && isRuntime(read.operation) && found.allSatisfy { $0.confidence == .possible }
            && read.status.map { [400, 401, 403, 404, 405, 413, 422].contains($0) } ?? false
    }

    /// Whether a refusal says nothing of its cause: a status or a type alone, or that a signature is wrong.
    private static func isSilent(_ found: [CauseCandidate], _ read: ReadAnswer) -> Bool {
        let general: Set<FindingCode> = [.answerNotFromService, .iamDenied, .modelAccessNotGranted, .signatureMismatch]
        let isBare = WordText(read.message).words.count < 4 || found.first?.cause == .signatureMismatch
        return (read.status.map { [400, 401, 403].contains($0) } ?? true) && isBare
            && found.allSatisfy { general.contains($0.cause) }
    }

    /// Whether a program that calls models is shown, so that its own exception is what is asked about.
    private static func isOfClient(_ read: ReadAnswer, _ scene: Scene) -> Bool {
        scene.client != nil || WordText(read.whole).has("bedrock|bedrockexception|litellm|converse")
    }

    /// Whether a sentence is that of somebody who is not AWS, by the form of its body, and speaks of nothing that is AWS's.
    private static func isOwnWord(_ read: ReadAnswer) -> Bool {
        guard read.isForeign, read.operation == nil, read.errorType.map({ !ErrorTypeName.isFromAWS($0) }) ?? true else {
            return false
        }
        let words = WordText(read.message)
        return !words.has("bedrock|aws|amazon|model|xmodel|xarn|anthropic|claude|token|tokens|credential|credentials")
    }

    private static func isRuntime(_ operation: String?) -> Bool {
        operation.map { $0.hasPrefix("Converse") || $0.hasPrefix("InvokeModel") || $0 == "CountTokens" } ?? false
    }

    /// What holds where the words name nothing: something between client and service answered, or a policy refused without
    /// a word.
    private static func bySceneAlone(
        _ read: ReadAnswer, _ exception: OwnException, _ scene: Scene, surroundings: String
    ) -> [CauseCandidate] {
        if exception.stands {
            if UnknownUnionMember(message: read.message, in: surroundings + "\n" + read.pasted) != nil {
                return [CauseCandidate(.clientTooOld, .likely)]
            }
            return [CauseCandidate(.programFailed, isOfClient(read, scene) ? .likely : .possible)]
        }
        // A load balancer's own status, which no service of AWS gives.
        if read.status == 464 { return [CauseCandidate(.answerNotFromService, .likely)] }
        if scene.answerer?.position == .between {
            return [CauseCandidate(.answerNotFromService, .likely)]
        }
        if scene.answeredBy?.value == SceneReader.deviceGateway, read.status.map({ $0 == 403 }) ?? true {
            return [CauseCandidate(.iamDenied, .possible)]
        }
        if isForeignCode(read, []) { return [CauseCandidate(.answerNotFromService, .likely)] }
        // The answer to HEAD has no body, so that an SDK has no more than the status.
        if read.status == 404, ["HeadObject", "HeadBucket"].contains(read.operation) {
            return [CauseCandidate(.resourceNotFound, .likely)]
        }
        let words = WordText(read.message).words.filter { Int($0) == nil }
        let isUntyped = read.errorType.map { !ErrorTypeName.isFromAWS($0) } ?? true
        if BareNotFound.stands(in: read) {
            // The host is AWS's own, which has that path below another base.
            let isOfAWS = scene.service?.value.hasPrefix("bedrock") ?? false
            return isOfAWS
                ? [CauseCandidate(.wrongEndpoint, .likely), CauseCandidate(.answerNotFromService, .possible)]
                : [CauseCandidate(.answerNotFromService, .likely), CauseCandidate(.wrongEndpoint, .possible)]
        }
        // A refused key has a status of its own at AWS (403); 401 is a gateway's.
        if read.status == 401, isUntyped, words.isEmpty || words == ["unauthorized"] {
            return [CauseCandidate(.answerNotFromService, .likely)]
        }
        if read.status == 403, read.operation != nil, isUntyped, words.isEmpty || words == ["forbidden"] {
            return [CauseCandidate(.iamDenied, .possible)]
        }
        let isDenied = read.errorType.flatMap(AWSErrorType.init(named:)) == .accessDenied
        guard isDenied, read.message.trimmedWhitespace().isEmpty else {
            if exception.isOfOwnClass {
                return [CauseCandidate(.programFailed, isOfClient(read, scene) ? .likely : .possible)]
            }
            let byName = TypeFamily.causes(read)
            return byName.isEmpty && isOwnWord(read) ? [CauseCandidate(.answerNotFromService, .possible)] : byName
        }
        return [CauseCandidate(.iamDenied, .possible), CauseCandidate(.modelAccessNotGranted, .possible)]
    }
}
