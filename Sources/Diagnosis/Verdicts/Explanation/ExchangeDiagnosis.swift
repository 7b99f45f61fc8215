import Catalog
import Codes
package import Evidence
import JSONText
package import Report
import SigV4
import SignatureForensics

/// What went wrong with one call: the findings, the cause first.
package struct ExchangeDiagnosis: Sendable {
    package let exchange: ObservedExchange
    package let findings: [Finding]

    /// Where the call was made, as far as the input shows it.
    package private(set) var scene: Scene

    /// What the answer, or the client in its place, says; `nil` of a call that went well.
    let error: ErrorDiagnosis?

    /// What a server of ours said of it, where it was no request.
    private var serverRefusal: ServerRefusal?

    /// The check under which the findings are reported.
    package static let check = Check.explain

    package init(_ exchange: ObservedExchange, context: ExplainContext) {
        self.init(exchange, context: context, examination: ServerExamination(), scenes: SceneReader(nil))
    }

    /// Where a call stands in its input.
    enum Position {
        case last, earlier
    }

    /// Diagnoses a call of an input.
    ///
    /// - Parameters:
    ///   - exchange: The call.
    ///   - context: What is known besides the input.
    ///   - examination: What the server found in its signature, where it says so.
    ///   - scenes: Establishes the scene from the whole input.
    ///   - position: Whether the scene of a call that went well may be asked for.
    init(
        _ exchange: ObservedExchange, context: ExplainContext, examination: ServerExamination = ServerExamination(),
        scenes: SceneReader = SceneReader(nil), position: Position = .last
    ) {
        var exchange = exchange
        if exchange.request == nil { exchange.request = context.request }
        exchange = CutCanonicalRequest.completed(exchange, surroundings: scenes.surroundings)
        self.exchange = exchange
        if !exchange.succeeded, let refusal = ServerRefusal(exchange) {
            serverRefusal = refusal
            error = nil
            findings = [refusal.finding]
            scene = scenes.scene(of: exchange)
            return
        }
        if exchange.succeeded {
            let advice = examination.advice.map { $0.finding(check: Self.check, status: .warn) }
            error = BrokenAnswer.diagnosis(exchange, context: context, surroundings: scenes.surroundings)
            findings = (error?.findings(check: Self.check) ?? []) + advice
            // Of the many calls that went well the last one's may be asked for, and none before.
            scene = findings.isEmpty && position == .earlier ? Scene() : scenes.scene(of: exchange)
            return
        }
        let scene = scenes.scene(of: exchange)
        self.scene = scene
        let error = ClientWords.diagnosis(exchange, isBegun: false) { message in
            ErrorDiagnosis(
                Self.answer(
                    exchange, message: message, scene: scene, surroundings: scenes.surroundings, context: context),
                catalog: context.catalog, today: context.today, scene: scene, record: exchange.record)
        }
        let isAnswered =
            exchange.response?.status != nil || !(exchange.response?.body.isEmpty ?? true)
            || exchange.message != nil || exchange.record != nil
        // A gateway of AWS's own may have refused a signature that it could not read; that of IoT gives no reason at all.
        let isOfGateway =
            error.candidates.first?.cause == .answerNotFromService
            && exchange.request.flatMap(SentCredential.accessKeyID) != nil
            || scene.answeredBy?.value == SceneReader.deviceGateway && error.candidates.first?.confidence == .possible
        let isMatter = isOfGateway || Self.isSignatureMatter(error, isAnswered: isAnswered)
        let signature =
            isMatter || examination.causes != nil
            ? Self.examined(exchange, error, examination, scene, context: context, surroundings: scenes.surroundings)
            : nil
        self.error = error
        let own = signature.flatMap { OwnRequest(exchange, accounts: $0.accounts) }
        findings = Self.merged(
            error, signature, exchange, isAnswered: isAnswered, surroundings: scenes.surroundings
        ).readingsOfOneFailure().map { own?.signed($0) ?? $0 }
        // A name in the words around a failure in which nothing came back is of nobody who answered.
        if let code = findings.first?.code, Self.unanswered.contains(code), exchange.response?.status == nil,
            let answerer = scene.answeredBy?.value,
            answerer.hasPrefix("the web proxy") || answerer == Answerer.anthropic.name
        {
            self.scene.answeredBy = nil
        }
    }

    /// Failures in which nothing came back from anybody.
    private static let unanswered: Set<FindingCode> = [
        .networkNameUnresolved, .networkUnreachable, .networkConnectTimeout, .networkConnectFailed,
        .networkConnectionClosed,
    ]

    private init(_ exchange: ObservedExchange, findings: [Finding], error: ErrorDiagnosis?, scene: Scene) {
        self.exchange = exchange
        self.findings = findings
        self.error = error
        self.scene = scene
    }

    /// The same of another call that looks alike.
    func again(_ other: ObservedExchange) -> ExchangeDiagnosis {
        ExchangeDiagnosis(other, findings: findings, error: error, scene: scene)
    }

    /// The same with other findings.
    func replacing(_ findings: [Finding]) -> ExchangeDiagnosis {
        ExchangeDiagnosis(exchange, findings: findings, error: error, scene: scene)
    }

    /// What tells one failure from another: the causes, the status and the call; without a call, what the message names.
    ///
    /// Sessions, times and request ids differ from call to call and mean nothing for the cause.
    var key: [String] {
        let status = exchange.response?.status.map(String.init) ?? ""
        let codes = findings.map(\.code.spelling)
        if let serverRefusal { return codes + [status, MessageShape.of(serverRefusal.text)] }
        if let call { return codes + [status, call] }
        // What the request shows has its cause in the request, whatever the message names.
        let error = findings.first?.code.group == .signature ? nil : error
        let denial = error?.details.denial
        let named = [
            error?.details.modelID, denial?.action, denial?.resource?.text, denial?.policy?.rawValue,
            error?.details.region,
        ].map { $0 ?? "" }
        let isKnown = findings.contains { $0.confidence != nil }
        return codes + [status] + named + (isKnown ? [] : [MessageShape.of(exchange.message ?? "")])
    }

    /// The call in one line, as `POST /model/ID/converse`; `nil` when the input does not show it.
    var call: String? {
        exchange.request.map { "\($0.method) " + Redaction.redacted(target: $0.target) }
    }

    /// Whether the call went to the service that hands out credentials on a machine of AWS, not to Bedrock.
    var isMetadataCall: Bool {
        guard let host = exchange.request?.host ?? exchange.request?.header("host") else { return false }
        return MetadataAddress.isHost(host)
    }

    // MARK: The service's word

    /// What the service answered, with what the request tells about it.
    private static func answer(
        _ exchange: ObservedExchange, message: String, scene: Scene, surroundings: String, context: ExplainContext
    ) -> ServiceAnswer {
        let path = exchange.request.flatMap { RuntimePath($0.target) }
        let host = exchange.request.flatMap { $0.header("host") ?? $0.host }.flatMap { name in
            AWSHostName(String(name.prefix { $0 != ":" }))
        }
        let content: ServiceAnswer.Content =
            if let body = exchange.response?.body, !body.isEmpty {
                .body(body)
            } else {
                .message(message)
            }
        var answer = ServiceAnswer(
            status: exchange.response?.status ?? context.status, headers: exchange.response?.headers ?? [],
            content: content, errorType: context.errorType ?? exchange.record?.errorCode,
            region: host?.region ?? exchange.request.flatMap(SentCredential.region) ?? scene.region?.value,
            model: path?.model ?? scene.model?.value, operation: path?.operation ?? scene.operation?.value)
        answer.signedRegion = exchange.request.flatMap(SentCredential.region)
        answer.service = scene.service?.value
        answer.surroundings = surroundings
        return answer
    }

    // MARK: The signature

    /// Whether the refusal is of the layer that checks signatures, or nothing tells.
    private static func isSignatureMatter(_ error: ErrorDiagnosis, isAnswered: Bool) -> Bool {
        guard isAnswered else { return true }
        return error.candidates.contains { ErrorCauseGroup($0.cause) == .credentials } || error.candidates.isEmpty
    }

    private static func examined(
        _ exchange: ObservedExchange, _ error: ErrorDiagnosis, _ examination: ServerExamination, _ scene: Scene,
        context: ExplainContext, surroundings: String
    ) -> ExaminedSignature {
        let text = exchange.response.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
        return ExaminedSignature(
            exchange, text: text.isEmpty ? exchange.message ?? "" : text, times: error.details.times, scene: scene,
            context: context, causes: examination.causes, surroundings: surroundings)
    }

    // MARK: Both

    /// The mechanism first where the request shows it, then the service's refusal; where only a message is known, the
    /// refusal first.
    private static func merged(
        _ error: ErrorDiagnosis, _ signature: ExaminedSignature?, _ exchange: ObservedExchange, isAnswered: Bool,
        surroundings: String
    ) -> [Finding] {
        let isCompared =
            error.candidates.first.map { $0.cause == .signatureMismatch && $0.confidence > .possible } ?? false
        let causes = (signature?.causes ?? []).map { isCompared ? $0.behindComparison : $0 }
        // A refusal with a reason of its own needs no guess beside it: that the texts agree, or that nothing was
        // reproduced, says something of a mismatch only; and where nothing was refused there is none.
        let isRefused =
            error.status.map { (400...403).contains($0) } ?? error.errorType.map(ErrorTypeName.isFromAWS) ?? false
        let isMismatch =
            isRefused && error.candidates.isEmpty || error.candidates.contains { $0.cause == .signatureMismatch }
        let isForeign = error.candidates.first?.cause == .answerNotFromService
        let named = causes.filter { cause in
            // Of an answer that may be somebody else's only what is plain to see counts.
            if isForeign, ![.certain, .proven].contains(cause.confidence) { return false }
            // Without an answer nothing says that the call failed: only visible faults are reported.
            let isGuess = cause.confidence == .possible || cause.cause == .keyWrong && cause.confidence != .proven
            return cause.cause != .signatureMismatch && (isAnswered && isMismatch || !isGuess)
        }
        // What is only possible follows what is known.
        let seen = named.filter { $0.confidence != .possible }.map { cause in
            var finding = cause.finding(check: check)
            finding.confidence = finding.confidence.map { Certainty.ofSignature(cause.cause, $0) }
            return finding
        }
        let possible = named.filter { $0.confidence == .possible }.map { $0.finding(check: check) }
        // A mistake that has no code of its own, and yet gives the signature.
        let uncoded = causes.first { $0.cause == .signatureMismatch && $0.confidence == .proven }
        guard isAnswered else {
            let shown = seen + (uncoded.map { [$0.finding(check: check)] } ?? []) + possible
            let hasRequest = exchange.request != nil || !exchange.signing.isEmpty
            return shown.isEmpty ? [NoAnswer.finding(check: check, hasRequest: hasRequest)] : shown
        }
        var service = error.findings(check: check)
        if let signature, let index = service.firstIndex(where: { $0.code == .signatureMismatch }) {
            let text = exchange.response.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
            let advice = MismatchRemedies(
                signature: signature, exchange: exchange, details: error.details,
                text: text.isEmpty ? exchange.message ?? "" : text, surroundings: surroundings
            )
            service[index] = signature.telling(service[index], advice: advice, isExplained: !seen.isEmpty)
        }
        // Next to a cause, a text that is known is one refusal; one that is not adds nothing.
        if named.isEmpty, error.candidates.isEmpty, let uncoded { return [uncoded.finding(check: check)] }
        if named.isEmpty { return service }
        guard !error.candidates.isEmpty, var refusal = service.first else { return seen + possible }
        let isShown = exchange.request != nil || !exchange.signing.isEmpty
        if isShown, !seen.isEmpty, uncoded == nil { refusal.remedies = [] }
        // A path that the echo shows to be wrong needs no text of the client's beside it.
        if !isShown, seen.first?.code == .pathDouble { return seen + [refusal] + possible }
        // What the echo shows to be wrong is what to do first.
        if !isShown, let first = seen.first { refusal.remedies = first.remedies + refusal.remedies }
        return isShown ? seen + [refusal] + possible : [refusal] + seen + possible
    }
}

extension CauseFinding {
    /// What is left of a cause where the service says that it has compared signatures: it looks at times, and at a token that does not belong
    /// to the key, before that, and has other words for them.
    fileprivate var behindComparison: CauseFinding {
        guard [.timeSkew, .timeAged, .tokenStale].contains(cause), confidence != .proven else { return self }
        return CauseFinding(
            cause, at: place, .possible, summary: summary, difference: difference, transformation: transformation,
            fix: fix)
    }
}
