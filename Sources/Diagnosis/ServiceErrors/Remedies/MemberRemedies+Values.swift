import Evidence
import JSONText
import Report
import RequestRules
import WireText

/// What to do about a member whose value is of another type or is none of those that are listed, or that the service speaks of in words
/// of its own.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html>.
extension MemberRemedies {
    /// What a tool without parameters has for a schema.
    static let emptyProperties = """
        Send "properties": {} in the schema of a tool without parameters: null is taken for no object. The path in the message counts the \
        tools from 0.
        """

    func typed(_ refusal: MemberRefusal, _ wanted: String) -> String {
        if refusal.leaf == "properties", refusal.found == "null" { return Self.emptyProperties }
        if refusal.leaf == "serviceTier" {
            return
                #"serviceTier is a structure: {"type": "flex"}, with default, priority, flex or reserved as its type."#
        }
        let word = [
            "dict": "an object ({...})", "list": "a list", "tuple": "a list", "str": "a text", "int": "a number",
        ]
        let names = wanted.split(separator: ",").map {
            word[String($0.trimmedWhitespace())] ?? String($0.trimmedWhitespace())
        }
        return "Send \(refusal.path) as \(names.joined(separator: " or "))."
    }

    /// Values of members that the models' pages list, where a message does not.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html>.
    private static let values = [
        "truncate": "NONE, START or END for Cohere Embed 3 (and Command), NONE, LEFT or RIGHT for Embed 4",
        "input_type": "search_document, search_query, classification, clustering or image",
        "embedding_types": "a list of float, int8, uint8, binary or ubinary",
        "return_likelihoods": "NONE, GENERATION or ALL",
    ]

    /// What another API's roles become: the role alone is not what has to change.
    static func ofRole(_ refusal: MemberRefusal) -> String? {
        guard refusal.leaf == "role", let found = refusal.found?.lowercased() else { return nil }
        switch found {
        case "system", "developer":
            return
                "Put the system prompt into the member system of the body: the roles of messages are user and assistant."
        case "tool", "function":
            return """
                Send a tool's result as a toolResult block in a message of the role user, right behind the message with its toolUse: the roles are user and assistant, and to change the \
                role alone is not enough.
                """
        default: return nil
        }
    }

    static func listed(_ refusal: MemberRefusal) -> String {
        if let role = ofRole(refusal) { return role }
        let values =
            values[refusal.leaf] ?? "one of the values that the model's page lists (\"Inference request parameters\")"
        let found = refusal.found.map { ": '\($0)' is none of them. Capitals and underscores count" } ?? ""
        return
            "Set \(refusal.path) to \(values), or leave it out\(found). Models of one provider differ in these lists."
    }

    // MARK: The service's own words

    func said(_ refusal: MemberRefusal) -> String {
        if let block = UntranslatedBlock(refusal, call) { return block.advice }
        let all = refusal.sentence.lowercased()
        if refusal.names.contains("source"), refusal.leaf != "type" {
            return MediaSource.advice(refusal)
        }
        let isOfForm = all.contains("json object") || all.contains("format of the value")
        if refusal.names.contains(where: { ["inputSchema", "input_schema"].contains($0) }), isOfForm {
            return """
                Hand the tool's schema over as an object at \(refusal.path), not as a text that holds JSON: \(schemaForm).
                """
        }
        if refusal.leaf == "json", isOfForm {
            return """
                The json of a tool result must be an object: wrap a list or a value ({"result": [...]}), or send it as text \
                instead of json (\(refusal.path)).
                """
        }
        if all.contains("is blank") || all.contains("non-empty") || all.contains("cannot be empty") {
            return "Leave the empty block at \(refusal.path) out, or put text into it."
        }
        if let rule = MemberConstraint.words(at: refusal.path) {
            return
                "Send \(refusal.path) as the API has it: \(rule). The service says no more than that it does not take what was sent: \(refusal.sentence)"
        }
        return "The service says what it does not take: \(refusal.sentence)"
    }

    /// What an object is in the language of the client.
    var schemaForm: String {
        switch call.language {
        case .dotNet:
            "a Document made of a Dictionary (new Document(...), Document.FromObject(...)), not one that holds a string"
        case .python: "a dict, not json.dumps of one"
        case .jvm: "Document.mapBuilder() or Document.fromMap(...), not Document.fromString"
        case .node: "a plain object, not JSON.stringify of one"
        case .go: "document.NewLazyDocument of a map, not of a string"
        case .rust: "a Document::Object, not a Document::String"
        default: "a map in the SDK's own type of documents (dict, object, Document of a map)"
        }
    }
}
