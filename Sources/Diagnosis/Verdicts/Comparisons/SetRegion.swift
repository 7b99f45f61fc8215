import Evidence
import JSONText

/// A region that code, a file or a variable in the input sets, by the name it has there.
struct SetRegion: Sendable, Hashable {
    /// Such as `aws_region_name`.
    let name: String
    /// As it is written, quotes taken off; empty for a blank one.
    let value: String
    let line: PastedLine

    /// Other services' regions, which say nothing of the model's.
    private static let others = [
        "sso", "sts", "s3", "bucket", "log", "dynamo", "secret", "cognito", "kms", "sqs", "vpc",
    ]

    /// Every setting of a region, in the order of the input.
    static func all(in lines: [PastedLine]) -> [SetRegion] { lines.flatMap(all) }

    private static func all(in line: PastedLine) -> [SetRegion] {
        guard line.text.utf8.count < 400 else { return [] }
        return ["region", "Region", "REGION"].flatMap { word in
            line.text.ranges(of: word).compactMap { mark in setting(at: mark, in: line) }
        }
    }

    private static func setting(at mark: Range<String.Index>, in line: PastedLine) -> SetRegion? {
        let isOfName = { (character: Character) in
            character.isASCII && (character.isLetter || character.isNumber || "_-.".contains(character))
        }
        let before = line.text[..<mark.lowerBound].reversed().prefix(while: isOfName).reversed()
        let behind = line.text[mark.upperBound...].prefix(while: isOfName)
        let name = String(before) + line.text[mark] + behind
        let lower = name.lowercased()
        guard lower.hasSuffix("region") || lower.hasSuffix("region_name") || lower.hasSuffix("regionname"),
            name.utf8.count < 40, !others.contains(where: lower.contains)
        else { return nil }
        var rest = line.text[behind.endIndex...].drop { "\"'`]".contains($0) }.drop { $0 == " " }
        // `--region us-east-1` has a blank alone.
        let isOption = name.hasPrefix("--")
        guard let sign = rest.first, sign == "=" || sign == ":" || isOption else { return nil }
        if !isOption { rest = rest.dropFirst().drop { $0 == " " || $0 == "=" } }
        let isQuoted = rest.first == "\"" || rest.first == "'"
        if isQuoted { rest = rest.dropFirst() }
        let value = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        let end = rest[value.endIndex...].first
        // A call, a member or a template gives the value elsewhere.
        guard end.map({ !"({$.<[".contains($0) }) ?? true else { return nil }
        if value.isEmpty, !isQuoted || end != "\"" && end != "'" { return nil }
        return SetRegion(name: name.trimmed(of: "-.").description, value: String(value), line: line)
    }
}
