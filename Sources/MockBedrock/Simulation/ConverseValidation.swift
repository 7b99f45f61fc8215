import Codes
import JSONText
import WireText

/// The checks that Converse makes before a model is asked, with the service's texts.
///
/// It checks what a client gets wrong in practice and what a probe depends on; it is no complete schema.
struct ConverseValidation {
    let request: JSONObject

    /// Reads the body of a request.
    ///
    /// - Throws: The answer to a body that is no JSON object. The service calls it SerializationException; its texts
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
    func checkShape() throws(ServiceError) {
        guard let messages = request["messages"] else { throw Self.constraint("messages", "Member must not be null") }
        guard let messages = messages.arrayValue else {
            throw Self.serialization("The member messages is \(messages.kindName); an array was expected.")
        }
        for (index, message) in messages.enumerated() { try check(message, at: index) }
        guard messages.first?["role"]?.stringValue == "user" else {
            throw .validation(
                .validationMessages,
                "A conversation must start with a user message. Try again with a conversation that starts with a "
                    + "user message.")
        }
        if let value = request["inferenceConfig"]?["maxTokens"] {
            guard let maxTokens = value.numberValue?.int64 else {
                throw Self.serialization(
                    "The member inferenceConfig.maxTokens is \(value.kindName); a whole number was expected.")
            }
            guard maxTokens >= 1 else {
                throw Self.constraint(
                    "inferenceConfig.maxTokens", "Member must have value greater than or equal to 1",
                    value: String(maxTokens))
            }
        }
    }

    private func check(_ message: JSONValue, at index: Int) throws(ServiceError) {
        guard let role = message["role"]?.stringValue else {
            throw Self.constraint("messages.\(index + 1).member.role", "Member must not be null")
        }
        guard role == "user" || role == "assistant" else {
            throw Self.constraint(
                "messages.\(index + 1).member.role", "Member must satisfy enum value set: [user, assistant]",
                value: role)
        }
        guard let content = message["content"]?.arrayValue else {
            throw Self.constraint("messages.\(index + 1).member.content", "Member must not be null")
        }
        guard !content.isEmpty else {
            throw .validation(
                .validationMessages,
                "The content field in the Message object at messages.\(index) is empty. Add a ContentBlock object to "
                    + "the content field and try again.")
        }
        for (position, block) in content.enumerated() {
            if let text = block["text"]?.stringValue, text.allSatisfy(\.isWhitespace) {
                throw .validation(
                    .validationMessages,
                    "The text field in the ContentBlock object at messages.\(index).content.\(position) is blank. "
                        + "Add text to the text field, and try again.")
            }
        }
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

    private static func constraint(_ path: String, _ rule: String, value: String? = nil) -> ServiceError {
        let shown = value.map { "Value '\($0)'" } ?? "Value null"
        return .validation(
            path.hasSuffix("maxTokens") ? .validationMaxTokens : .validationMessages,
            "1 validation error detected: \(shown) at '\(path)' failed to satisfy constraint: \(rule)")
    }
}
