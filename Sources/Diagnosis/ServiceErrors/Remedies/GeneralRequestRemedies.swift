import Evidence
import JSONText
import Report

/// What remains to be said of a refused request whose sentence is of no known kind.
///
/// A rule of conversations is printed where the sentence speaks of a conversation, and a member is spoken of where the sentence
/// names one; else the sentence stands alone.
extension FailedCall {
    private static let turns: [WordPhrase] = [
        "role|roles|turn|turns|alternate|alternating", "user|assistant message|messages|turn",
        "conversation|contentblock|tooluse|toolresult|tool_use|tool_result",
        "message|messages|text content|block|blocks",
        "content block|blocks|blank|empty", "tool use|result block|blocks|ids|id",
    ]

    private static let others: [WordPhrase] = [
        "image|images|document|documents|video|videos|audio|pdf|file|files",
        "toolspec|inputschema|input_schema|toolchoice",
        "tool|tools name|names|schema|description|definition|config", "limit|maximum|exceed*|too many|large|long",
        "json|schema|field|parameter|header",
    ]

    /// What holds for every conversation; where the sentence names something else of the request, what to do about that.
    var conversationRules: Remedy? {
        if Self.others.contains(where: words.has), !words.has("roles|alternate|alternating|blank") {
            return Remedy(
                """
                The sentence names what it refuses, and no turn of the conversation: look at that part in the request as it goes out (\(OutgoingRequest.way(scene, language))), \
                and send the call once without it.
                """)
        }
        guard Self.turns.contains(where: words.has) || serviceSays == nil else { return nil }
        return Remedy(
            """
            Let the roles alternate and begin with user, leave no text blank, and give every toolUse its toolResult in the next user message: that \
            holds for every conversation, where the sentence leaves open what is wrong.
            """)
    }

    /// What holds where a member of the request is wrong.
    var requestRules: Remedy {
        if read.messageKey == nil, read.message.hasPrefix("{") || read.message.trimmedWhitespace().isEmpty {
            return Remedy(
                """
                The text has an error's type and no sentence with it. The client has that sentence (a log of model invocations keeps the type \
                alone): see its log, or send the same body again, and explain what comes.
                """)
        }
        // Who is refused a thing is not told that access is in order.
        if words.has("unauthorized|unauthorised|forbidden"), let said = serviceSays { return said }
        guard !details.refusals.isEmpty || isMemberNamed else {
            if isWithoutMessages { return withoutMessages }
            return Remedy(
                """
                The request was understood, so access is not the problem; the sentence names no member of it. See the request as it was sent \
                (the client's debug log), send the messages alone, and add the other members one by one until it is refused.
                """)
        }
        guard !saysWhatToDo else { return Remedy("The request was understood: access is not the problem.") }
        return Remedy(
            "Correct the member that the message names. The request was understood: access is not the problem.")
    }

    /// Whether the call is one that makes or changes something, and holds no conversation: of an agent, a knowledge base, a job.
    var isWithoutMessages: Bool {
        if let operation = scene.operation?.value ?? answer.operation ?? read.operation {
            let verbs = [
                "Create", "Update", "Prepare", "Put", "Delete", "Get", "List", "Start", "Associate", "Tag", "Retrieve",
                "Apply", "Rerank", "Ingest", "Validate",
            ]
            return verbs.contains(where: operation.hasPrefix)
        }
        if read.waited != nil { return true }
        return ["Service: BedrockAgent,", "Service: BedrockAgent ", "Service: Bedrock,"].contains(where: text.contains)
    }

    /// What remains to be said where something could not be made as it was described.
    private var withoutMessages: Remedy {
        let operation = scene.operation?.value ?? answer.operation ?? read.operation
        let name = operation.map { PrintableText.escaped($0, limit: 60) }
        let way =
            scene.program == .terraform || scene.program == .awsCDK || read.waited != nil
            ? "compare the properties of the resource with the operation's page, and with one of the kind that was made (its get operation, or the console), and begin with the required ones alone"
            : "compare the request\(name.map { " of \($0)" } ?? "") with the operation's page, and with what its get operation shows of one that was made, and begin with the required members alone"
        return Remedy(
            """
            The sentence names no member of what was sent, which was read and not taken, so that keys and the caller's access are in order: \(way).
            """)
    }

    /// Whether the sentence itself says what is to be done.
    private var saysWhatToDo: Bool {
        serviceSays != nil
            && ["must", "please", "provide|remove|use|try|set|specify", "should"].contains { words.has($0) }
    }

    /// Whether the sentence has a word in quotes or back quotes, or one that is written as members are: `max_tokens`, `topP`.
    private var isMemberNamed: Bool {
        let said = read.message
        // A whole post has words of all kinds in it.
        guard !said.hasPrefix("{"), said.utf8.count < 600 else { return false }
        if ["`", " '", "\u{201C}"].contains(where: said.contains) { return true }
        return said.split { !($0.isLetter || $0.isNumber || "_.".contains($0)) }.contains { word in
            guard word.first?.isLowercase == true, !word.hasPrefix("http") else { return false }
            return word.dropFirst().contains { $0.isUppercase } || word.trimmed(of: ".").contains { "_.".contains($0) }
        }
    }
}
