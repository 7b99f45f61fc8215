import Catalog
import Evidence
import Report

/// What to do about a body of another form than the model takes: the keys tell whose it is.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html>.
extension MemberRemedies {
    /// A body of which only keys are refused that belong to one family of models: the model is of another.
    var familyBody: Remedy? {
        let extra = refusals.filter(isUnknown).filter { $0.names.count == 1 }.map(\.leaf)
        guard extra.count == refusals.count, let family = extra.compactMap(BodyFamily.named(by:)).first,
            family.isOfWholeBody(extra)
        else { return nil }
        return Remedy(
            """
            Call the model by Converse, whose form is the same for every text model, or use a client (a newer version, another class of the library) that makes this model's body. The one that was sent has the form of \
            \(family.models) (\(extra.joined(separator: ", "))), and the model that was called is another one, such as a model for embeddings called for text. A model of that family takes it as it is.
            """)
    }

    /// A body whose keys are those of another model or API.
    var foreignBody: Remedy? {
        let required = refusals.filter { $0.rule == .required }.map(\.leaf)
        let extra = refusals.filter(isUnknown).map(\.leaf)
        guard !required.isEmpty, refusals.allSatisfy({ $0.rule == .required || isUnknown($0) }),
            required.contains(where: { BodyFamily.named(by: $0) != nil || $0 == "messages" || $0 == "prompt" })
        else { return nil }
        if let other = otherFamily(required: required, extra: extra) { return other }
        if required == ["anthropic_version"], extra.isEmpty {
            return Remedy(
                """
                Send "anthropic_version": "bedrock-2023-05-31", its only value, in the body: a body for Anthropic's own API has it as a header, and InvokeModel \
                wants it beside messages and max_tokens. In a finished client or gateway that leaves it out, update that, or let it call by Converse, which \
                does without it.
                """)
        }
        let plain = { (name: String) in name.lowercased().filter { $0 != "_" } }
        let known = ["messages", "max_tokens", "anthropic_version", "system", "temperature", "tools", "top_p"]
        let spelt = extra.compactMap { name in known.first { plain($0) == plain(name) && $0 != name } }
        let wrongCase =
            spelt.isEmpty
            ? "" : " Keys are written in lower case with underscores: \(spelt.joined(separator: ", "))."
        let unknown = extra.isEmpty ? "" : " and does not know \(extra.joined(separator: ", "))"
        return Remedy(
            """
            The body has the form of another model or API: this one wants \(required.joined(separator: ", "))\(unknown).\
            \(wrongCase) \(form(of: required))
            """)
    }

    /// A body for InvokeModel with a key that the called model's family writes otherwise: the other keys are most likely the same family's.
    var bodyOfModel: Remedy? {
        let model = (call.details.modelID ?? call.answer.model ?? "").lowercased()
        let extra = refusals.filter(isUnknown)
        guard call.text.contains("extraneous key"), !extra.isEmpty, extra.count == refusals.count,
            extra.allSatisfy({ $0.names.count == 1 })
        else { return nil }
        let names = extra.map(\.leaf)
        let foreign = [
            "max_tokens", "top_p", "top_k", "temperature", "stop", "stop_sequences", "anthropic_version", "messages",
            "maxTokens", "topP",
        ]
        guard names.contains(where: foreign.contains),
            let (family, keys) = Self.bodies.first(where: { body in body.models.contains(where: model.contains) }).map({
                ($0.name, $0.keys)
            })
        else { return nil }
        return Remedy(
            """
            Call the model by Converse, whose form is the same for every text model (maxTokens, temperature, topP in inferenceConfig), or use a client, or a version of it, that knows \(family): the body is not one of \(family)'s, since \
            \(names.joined(separator: ", ")) \(names.count == 1 ? "is a key" : "are keys") of another family, and once taken out the next one is refused. A body of \(family) for InvokeModel has \(keys).
            """)
    }

    /// A body that the text shows, of another family than the model that was called: the refused key is one of many.
    var shownBody: Remedy? {
        let model = (call.details.modelID ?? call.answer.model ?? "").lowercased()
        let text = call.shown
        guard !model.isEmpty, !model.hasPrefix("arn:"), refusals.contains(where: isUnknown),
            let shown = Self.marks.first(where: { text.contains($0.key) && !$0.models.contains(where: model.contains) })
        else { return nil }
        let own = Self.bodies.first { body in body.models.contains(where: model.contains) }
        let wanted = own.map { " Its own has \($0.keys)." } ?? ""
        return Remedy(
            """
            The body is \(shown.family)'s (\(shown.key)), and \(PrintableText.escaped(model, limit: 80)) is a model of another family: with one key taken out the next is refused. Let the client call by Converse, whose form is the same for \
            every text model, or make the body of this family.\(wanted) A library that sends one form to every model must be updated, or told the model's provider.
            """)
    }

    /// Keys of whole bodies, with the models that take them.
    private static let marks: [(key: String, family: String, models: [String])] = [
        ("anthropic_version", "Anthropic Claude", ["anthropic", "claude"]),
        ("textGenerationConfig", "Amazon Titan", ["titan"]),
        ("max_gen_len", "Meta Llama", ["meta", "llama"]),
        ("schemaVersion", "Amazon Nova", ["nova"]),
        ("chat_history", "Cohere Command", ["cohere"]),
        ("max_tokens_to_sample", "Claude 2", ["anthropic", "claude"]),
    ]

    private static let bodies: [(name: String, models: [String], keys: String)] = [
        (
            "Amazon Nova",
            ["amazon.nova-micro", "amazon.nova-lite", "amazon.nova-pro", "amazon.nova-premier", "amazon.nova-2"],
            "messages with blocks of content, system, and inferenceConfig with maxTokens, temperature, topP and stopSequences"
        ),
        (
            "Amazon Titan", ["amazon.titan-text"],
            "inputText and textGenerationConfig with maxTokenCount, temperature, topP and stopSequences"
        ),
        ("Meta Llama", ["meta.llama"], "prompt, max_gen_len, temperature and top_p"),
    ]

    /// A body of one family of models that was sent to another, where its keys name both.
    private func otherFamily(required: [String], extra: [String]) -> Remedy? {
        guard let sent = extra.compactMap(BodyFamily.named(by:)).first,
            let wanted = required.compactMap(BodyFamily.named(by:)).first, sent != wanted
        else { return nil }
        return Remedy(
            """
            The body has the form of another model: \(extra.joined(separator: ", ")) is \(sent.models)'s, and the model that was called wants \
            \(wanted.models)'s (\(wanted.keys.joined(separator: ", "))). Call a model of the family for which the client makes bodies, or use a \
            client or version that knows this one; with Converse the form is the same for every text model.
            """)
    }

    /// Which models take such a body, as far as the text shows the model.
    private func form(of required: [String]) -> String {
        let model = (call.details.modelID ?? call.answer.model ?? "").lowercased()
        let isOf = { (names: String...) in names.contains { model.contains($0) } }
        if let family = MediaFamily(model) {
            let asEmbedding =
                call.text.contains("Embedding Error with model") && !family.isOfVectors
                ? """
                 LiteLLM called it as an embedding: give its entry model_info with mode: image_generation, call the image route, and use \
                a version that knows the model.
                """ : ""
            return """
                \(model) has a body of its own (its page, "Inference request parameters") and takes no part in Converse.\(asEmbedding)
                """
        }
        let text = call.text.lowercased()
        let isOfClaude = model.isEmpty && ["claude", "anthropic", "max_tokens"].contains(where: text.contains)
        if isOf("anthropic.", "claude") || isOfClaude {
            return """
                Claude 3 and later take messages, max_tokens and anthropic_version, whose only value is "bedrock-2023-05-31"; with Converse the form is the same for every model.
                """
        }
        let kinds =
            required.contains("messages")
            ? "A body with messages is that of a chat model"
            : required.contains("prompt") || required.contains("inputText")
                ? "A body with \(required.contains("prompt") ? "prompt" : "inputText") is that of a model for text or images"
                : ""
        return """
            \(kinds.isEmpty ? "" : kinds + "; see on the page of the model that was called which one it is. ")With Converse the form is the \
            same for every model that talks; models for images, video and embeddings have bodies of their own.
            """
    }
}
