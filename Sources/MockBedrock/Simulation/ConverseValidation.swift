import Codes
import JSONText
import WireText

/// The checks that Converse makes before a model is asked, with the service's texts.
///
/// The form of the request is checked against the service model (``ConstraintRefusal``); what stands here is what the
/// service demands beyond it.
struct ConverseValidation {
    let request: JSONObject

    /// Reads the body of a request.
    ///
    /// - Throws: The answer to a body that is not a JSON object. The service calls it SerializationException; its texts
    ///   for it vary by parser, so this one says what was found.
    init(body: [UInt8]) throws(ServiceError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: body)
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

    /// Checks the shape of the request, before the model is known.
    ///
    /// - Parameter operation: Whose form of the request it is.
    func checkShape(of operation: String) throws(ServiceError) {
        // For the sake of stored prompts the service model does not require messages; without such a prompt the service
        // does.
        if request["messages"]?.isNull ?? true { throw Self.null("messages") }
        try ConstraintRefusal.check(request, of: operation)
        try checkConversation()
    }

    /// Checks what the service demands of a conversation beyond its service model.
    func checkConversation() throws(ServiceError) {
        let messages = request["messages"]?.arrayValue ?? []
        for (index, message) in messages.enumerated() {
            try check(message["content"]?.arrayValue ?? [], at: index)
        }
        guard messages.first?["role"]?.stringValue == "user" else {
            throw .validation(
                .validationMessages,
                "A conversation must start with a user message. Try again with a conversation that starts with a "
                    + "user message.")
        }
    }

    private func check(_ content: [JSONValue], at index: Int) throws(ServiceError) {
        guard !content.isEmpty else {
            throw .validation(
                .validationMessages,
                "The content field in the Message object at messages.\(index) is empty. Add a ContentBlock object to "
                    + "the content field and try again.")
        }
        for (position, block) in content.enumerated() {
            if let text = block["text"]?.stringValue, Self.isBlank(text) {
                throw .validation(
                    .validationMessages,
                    "The text field in the ContentBlock object at messages.\(index).content.\(position) is blank. "
                        + "Add text to the text field, and try again.")
            }
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        // Most begin with a letter, which needs no look at characters.
        if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
        return text.allSatisfy(\.isWhitespace)
    }

    /// Checks what this model takes, once access to it is granted.
    func check(for model: SimulatedModel, promptTokens: Int) throws(ServiceError) {
        if let system = request["system"]?.arrayValue, !system.isEmpty, !model.features.contains(.system) {
            throw .validation(
                .validationSystemUnsupported,
                "This model doesn't support system messages. Try again without a system message or use a model that "
                    + "supports system messages.")
        }
        if request["toolConfig"] != nil, !model.features.contains(.tools) {
            throw .validation(.validationToolUnsupported, "This model doesn't support tool use.")
        }
        if !model.features.contains(.promptCaching), hasCachePoint {
            throw .accessDenied(
                .validationCacheUnsupported,
                "You invoked an unsupported model or your request did not allow prompt caching.")
        }
        if let maxTokens, maxTokens > model.maxOutputTokens {
            throw .validation(
                .validationMaxTokens,
                "The maximum tokens you requested exceeds the model limit of \(model.maxOutputTokens). Try again with "
                    + "a maximum tokens value that is lower than \(model.maxOutputTokens).")
        }
        if !model.features.contains(.sampling) {
            for (member, name) in [("temperature", "temperature"), ("topP", "top_p")]
            where request["inferenceConfig"]?[member] != nil {
                throw .validation(
                    .validationSamplingParams,
                    "The model returned the following errors: `\(name)` is deprecated for this model.")
            }
        }
        if promptTokens > model.contextTokens {
            throw .validation(
                .validationContextLength,
                "The model returned the following errors: prompt is too long: \(promptTokens) tokens > "
                    + "\(model.contextTokens) maximum")
        }
    }

    private var hasCachePoint: Bool {
        let lists: [JSONValue?] =
            [request["system"], request["toolConfig"]?["tools"]]
            + (request["messages"]?.arrayValue ?? []).map { $0["content"] }
        return lists.contains { list in
            list?.arrayValue?.contains { $0["cachePoint"] != nil } ?? false
        }
    }

    static func null(_ member: String) -> ServiceError {
        .validation(
            .validationMessages,
            "1 validation error detected: Value null at '\(member)' failed to satisfy constraint: Member must not be null"
        )
    }
}
