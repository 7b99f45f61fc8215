import Evidence
import Report
import WireText

/// What to do about a member whose characters or length are not those that its rule has.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html>.
extension MemberRemedies {
    func renamed(_ refusal: MemberRefusal, _ pattern: String) -> String {
        if let known = KnownPattern(pattern, refusal) { return known.advice }
        let words = CharacterSetWords(pattern)
        let allowed = words?.description ?? "what matches \(pattern)"
        let wrong = refusal.found.flatMap { value in words?.offenders(in: value) } ?? ""
        let found = wrong.isEmpty ? "" : " (here not allowed: \(wrong))"
        if let length = words?.length, refusal.isToolCallID {
            let rule = "\(allowed), exactly \(length) of them"
            return "\(ToolCallIdentifier.rewritten("to \(rule)", from: refusal.found)) \(ToolCallIdentifier.origin)"
        }
        if isIdentifier(refusal) {
            return """
                Rewrite \(refusal.leaf) (toolUseId) to \(allowed)\(found), at most 64 characters, in the call and in its \
                result alike: ids that another provider made may not fit.
                """
        }
        if refusal.isOfTool, refusal.leaf == "name" {
            let name = refusal.found.map { " '\($0)'" } ?? ""
            return """
                Rename the tool\(name) at \(refusal.path): a name takes \(allowed)\(found), 1 to 64 characters. Use the same \
                name in calls that stand in the history.
                """
        }
        return "Change \(refusal.path) to \(allowed)\(found)."
    }

    func shortened(_ refusal: MemberRefusal, _ limit: String) -> String {
        if isIdentifier(refusal) {
            return """
                Shorten \(refusal.leaf) (toolUseId) to \(limit) characters, in the call and in its result alike: ids that \
                another provider made may be longer.
                """
        }
        if refusal.isOfTool, refusal.leaf == "name" {
            return """
                Shorten the tool's name at \(refusal.path) to \(limit) characters; what an MCP client puts in front of it \
                counts. Use the same name in calls that stand in the history, or leave that tool or server out.
                """
        }
        if refusal.path == "the input" {
            return
                "Split or shorten the text: it may have \(limit) characters\(refusal.found.map { ", and has \($0)" } ?? "")."
        }
        if refusal.names.first == "texts" || refusal.leaf == "inputText" {
            return "Split \(refusal.path): a text may have \(limit) characters."
        }
        let found = refusal.found.map { $0.count < 9 ? " (it has \($0))" : "" }
        return "Shorten \(refusal.path) to \(limit)\(found ?? "")."
    }

    func filled(_ refusal: MemberRefusal, _ limit: String) -> String {
        if refusal.leaf == "content", refusal.names.first == "messages" {
            return "Put a content block into \(refusal.path), whose list is empty, or leave that message out."
        }
        if refusal.leaf == "tools" {
            return "Leave toolConfig out where there are no tools: the list must hold at least one."
        }
        if refusal.names.first == "messages", isIdentifier(refusal) || refusal.names.contains("toolUse") {
            return """
                Begin a new conversation, and repair or update the client: the tool call in its history has lost its name or id, which arrive \
                empty. Both stand in the event that opens the call (contentBlockStart, \
                toolUse.name and toolUseId): a client that takes them from the later pieces, or writes down a call that never \
                came whole, sends it back so with every turn.
                """
        }
        if refusal.isOfTool, ["name", "description"].contains(refusal.leaf) {
            return """
                Give the tool at \(refusal.path) a \(refusal.leaf): it is empty. An empty name or description often means that \
                tools of another API's form were converted to nothing; leave an optional description out.
                """
        }
        if let least = Int(limit), least > 1 {
            return "Make \(refusal.path) longer: it must have at least \(limit) characters."
        }
        return "Fill in \(refusal.path): its length must be at least \(limit). Leave an optional member out instead."
    }

    func isIdentifier(_ refusal: MemberRefusal) -> Bool {
        refusal.isToolCallID
            || ["toolUseId", "tool_use_id", "id"].contains(refusal.leaf)
                && refusal.names.contains { $0.lowercased().contains("tool") }
    }
}
