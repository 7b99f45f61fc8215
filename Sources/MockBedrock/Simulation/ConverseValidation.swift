import Codes
import JSONText
import RequestRules

/// The checks that Converse makes before a model is asked, with the service's texts.
///
/// The form of the request is checked against the service model (``ConstraintRefusal``), and then by the rules that
/// `doctor lint` reports as well (``RequestRule``); what stands here is their order, and what only a run can count.
struct ConverseValidation {
    let request: JSONObject

    /// Reads the body of a request.
    ///
    /// - Throws: The answer to a body that is not a JSON object. The service calls it SerializationException; its texts
    ///   for it vary by parser, so this one says what was found.
    init(body: borrowing JSONBody) throws(ServiceError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try body.value
        } catch {
            throw Self.serialization("The request body is not JSON: \(error)")
        }
        guard let request = value.objectValue else {
            throw Self.serialization("The request body is \(value.kindName); an object was expected.")
        }
        self.request = request
    }

    init(request: JSONObject) {
        self.request = request
    }

    static func serialization(_ message: String) -> ServiceError {
        ServiceError(
            status: 400, type: "SerializationException", message: message, cause: .validationMessages,
            layer: .authentication, key: .capitalised)
    }

    /// The most tokens that the client wants, when it says so.
    var maxTokens: Int? {
        request["inferenceConfig"]?["maxTokens"]?.numberValue?.int64.map { Int($0) }
    }

    /// Checks the request, before the model is known.
    ///
    /// - Parameters:
    ///   - operation: Whose form of the request it is.
    ///   - modelID: The model as the call names it.
    /// - Returns: What the rules of the model will look at.
    func check(of operation: String, modelID: String) throws(ServiceError) -> RequestOutline {
        // For the sake of stored prompts the service model does not require messages; without such a prompt the service
        // does, before it looks at anything else.
        if request["messages"]?.isNull ?? true { throw Self.null("messages") }
        try ConstraintRefusal.check(request, of: operation)
        return try checkConversation(operation == "ConverseStream" ? .streamed : .whole, modelID: modelID)
    }

    /// Checks what the service demands of a conversation beyond its service model.
    @discardableResult
    func checkConversation(
        _ delivery: RequestOutline.Delivery, modelID: String
    ) throws(ServiceError) -> RequestOutline {
        let outline = RequestOutline(request, delivery: delivery, modelID: modelID)
        if let refusal = RequestRule.refusal(of: outline) { throw Self.error(refusal.rule, refusal.breach) }
        return outline
    }

    private static func error(_ rule: RequestRule, _ breach: Breach) -> ServiceError {
        switch rule.refusal {
        case .validation: .validation(rule.code, breach.text)
        case .accessDenied: .accessDenied(rule.code, breach.text)
        }
    }

    /// Checks what this model takes, once access to it is granted.
    func check(_ outline: RequestOutline, for model: SimulatedModel, promptTokens: Int) throws(ServiceError) {
        if let refusal = RequestRule.refusal(of: outline, by: model) { throw Self.error(refusal.rule, refusal.breach) }
        if promptTokens > model.contextTokens {
            throw .validation(
                .validationContextLength,
                "The model returned the following errors: prompt is too long: \(promptTokens) tokens > "
                    + "\(model.contextTokens) maximum")
        }
    }

    static func null(_ member: String) -> ServiceError {
        .validation(
            .validationMessages,
            "1 validation error detected: Value null at '\(member)' failed to satisfy constraint: Member must not be null"
        )
    }
}
