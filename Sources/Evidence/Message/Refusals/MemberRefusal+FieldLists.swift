import JSONText
import WireText

/// Reads `Invalid field 'text_prompts' in request. Available fields for control-sketch are: image, prompt, seed`, and the same
/// without a name: `Invalid field in request. Available fields: ['prompt', 'seed']`.
///
/// Source: the answers of Stability AI's models on Bedrock, as public reports show them
/// (<https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-stability-diffusion.html>).
extension MemberRefusal {
    /// What stands for a field that the message does not name.
    package static let unnamedField = "a field of the body"

    static func fieldLists(in text: String) -> [MemberRefusal] {
        var scan = PhraseScan(text)
        guard scan.skip("nvalid field") != nil else { return [] }
        let head = scan.take(to: "vailable field")
        guard !scan.rest.isEmpty, head.utf8.count < 200 else { return [] }
        let name = head.split(separator: "'", omittingEmptySubsequences: false)
        let path = name.count > 2 && !name[1].isEmpty ? String(name[1]) : unnamedField
        scan.skip(":")
        let known = scan.take(to: "\"}", "\\\"}", "\n").split(separator: ",")
            .map { $0.trimmed(of: " []'\"\\.{}") }.filter { !$0.isEmpty && $0.allSatisfy(isPathCharacter) }
        guard !known.isEmpty else { return [] }
        return [MemberRefusal(path, .unknownAmong(known.joined(separator: ", ")))]
    }
}
