import Codes
import JSONText
import Recordings
import RequestRules
import SigV4
import WireText

/// Plays the service for one account: each operation that a simulated account can answer.
struct AccountService: Sendable {
    /// What a simulated account says: an answer, or that it does not play this operation.
    enum Reply: Sendable {
        case body([UInt8])
        /// An event stream, in the pieces in which it is sent.
        case stream([[UInt8]])
        case error(ServiceError)
        /// The path is that of no operation of the service.
        case unknownOperation
        /// The service has the operation, but no answer is authored here.
        case notPlayed(String)
    }

    let account: SimulatedAccount
    let meter: UsageMeter
    /// What model identifiers led to before: accounts may have hundreds of models.
    private let resolutions = Memo<Address, ModelResolution?>()

    /// A model identifier, and where it was called.
    private struct Address: Hashable {
        let identifier: String
        let region: String
    }

    /// Where, by whom and when it is called.
    private struct Call {
        let region: String
        let caller: String
        let now: SigningTime
    }

    init(account: SimulatedAccount, meter: UsageMeter) {
        self.account = account
        self.meter = meter
    }

    /// Answers a request whose signature was right.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - region: The region of its credential scope.
    ///   - caller: The ARN of who signed it, as denials name it: the account's user, or the session of one of its roles.
    ///   - now: The simulated time.
    func answer(_ request: ReceivedRequest, region: String, caller: String, now: SigningTime) -> Reply {
        let call = Call(region: region, caller: caller, now: now)
        let controlPlane = ControlPlane(account: account, region: region, now: now)
        do throws(ServiceError) {
            switch request.route {
            case .model(let id, .converse):
                return .body(try converse(id, request, call).bodyBytes)
            case .model(let id, .countTokens):
                return .body(try countTokens(id, request, call).bytes(.compact))
            case .model(let id, .converseStream):
                let answer = try converse(id, request, call, isStreaming: .yes)
                guard let frames = try? AuthoredStream.frames(of: answer) else {
                    return .notPlayed("the authored answer does not fit into event-stream frames")
                }
                return .stream(frames)
            case .foundationModels:
                return .body(try controlPlane.foundationModels(request.target).bytes(.compact))
            case .foundationModel(let id):
                return .body(try controlPlane.foundationModel(id).bytes(.compact))
            case .inferenceProfiles:
                return .body(try controlPlane.inferenceProfiles(request.target).bytes(.compact))
            case .inferenceProfile(let id):
                return .body(try controlPlane.inferenceProfile(id).bytes(.compact))
            case .availability(let id):
                return .body(try controlPlane.availability(id).bytes(.compact))
            case .model(_, .invoke), .model(_, .invokeWithResponseStream), .unknown:
                return UnplayedOperation(request).map { .notPlayed($0.message) } ?? .unknownOperation
            }
        } catch {
            return .error(error)
        }
    }

    private func resolve(_ id: String, _ call: Call) throws(ServiceError) -> ModelResolution {
        // What an identifier leads to is the same for every caller.
        let known = resolutions.value(of: Address(identifier: id, region: call.region)) {
            try? account.resolve(id, in: call.region, for: call.caller)
        }
        // What leads nowhere is looked at again for the reason, which may name the caller.
        if let known { return known }
        return try account.resolve(id, in: call.region, for: call.caller)
    }

    private enum Streaming { case yes, no }

    private func converse(
        _ id: String, _ request: ReceivedRequest, _ call: Call, isStreaming: Streaming = .no
    ) throws(ServiceError) -> AuthoredAnswer {
        let validation = try ConverseValidation(body: request.json)
        let outline = try validation.check(of: isStreaming == .yes ? "ConverseStream" : "Converse", modelID: id)
        let resolution = try resolve(id, call)
        try access(to: resolution, call)
            .check(action: isStreaming == .yes ? "bedrock:InvokeModelWithResponseStream" : "bedrock:InvokeModel")
        guard isStreaming == .no || resolution.model.features.contains(.streaming) else {
            throw .validation(
                .validationConverseUnsupported,
                "This action doesn't support the model that you provided. Try again with a supported text or chat "
                    + "model.")
        }
        let promptTokens = TokenEstimate.promptTokens(of: validation.request)
        try validation.check(outline, for: resolution.model, promptTokens: promptTokens)
        try meter.admit(resolution, quotas: account.quotas, region: call.region, now: call.now)
        let answer = AuthoredAnswer(promptTokens: promptTokens, maxTokens: validation.maxTokens)
        meter.charge(
            promptTokens + answer.outputTokens, quotas: account.quotas, region: call.region, now: call.now)
        return answer
    }

    private func access(to resolution: ModelResolution, _ call: Call) -> AccessCheck {
        AccessCheck(account: account, resolution: resolution, region: call.region, caller: call.caller, now: call.now)
    }

    /// CountTokens takes the bare id of some models only (Amazon Bedrock User Guide, "Monitor your token usage").
    private func countTokens(
        _ id: String, _ request: ReceivedRequest, _ call: Call
    ) throws(ServiceError) -> JSONValue {
        let body = try ConverseValidation(body: request.json)
        let resolution = try account.resolve(id, in: call.region, for: call.caller)
        let access = access(to: resolution, call)
        if case .denied = resolution.access { try access.check(action: "bedrock:CountTokens") }
        try access.checkLife()
        guard resolution.profile == nil, resolution.model.features.contains(.countTokens) else {
            throw .validation(.countTokensUnsupported, "The provided model doesn't support counting tokens")
        }
        try ConstraintRefusal.check(body.request, of: "CountTokens")
        let input = body.request["input"]
        if let converse = input?["converse"]?.objectValue {
            if converse["messages"]?.isNull ?? true { throw ConverseValidation.null("messages") }
            try ConverseValidation(request: converse).checkConversation(.whole, modelID: id)
            return .object(["inputTokens": .number(JSONNumber(TokenEstimate.promptTokens(of: converse)))])
        }
        let invoke = input?["invokeModel"]?["body"]?.stringValue ?? ""
        guard let bytes = try? Base64.decode(invoke.utf8.span) else {
            throw ConverseValidation.serialization("The member input.invokeModel.body is not base64.")
        }
        // About four bytes make a token.
        return .object(["inputTokens": .number(JSONNumber(max(1, bytes.count / 4)))])
    }
}
