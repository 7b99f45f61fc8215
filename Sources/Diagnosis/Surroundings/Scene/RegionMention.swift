import Catalog
import Evidence
import JSONText
import WireText

/// A region that a text names, and how surely it is the one that was called.
struct RegionMention: Sendable {
    /// What stands around the name; the surer ways stand first.
    enum Context: Int, Comparable, Sendable {
        /// In the host of a Bedrock endpoint.
        case host
        /// In the scope of a signature.
        case scope
        /// Behind a word such as `AWS_REGION` or `region_name`.
        case label
        /// In the ARN of a profile or of a model of the account's own, which belong to the region that is called.
        case arn
        /// In the host of another service.
        case otherHost

        static func < (left: Context, right: Context) -> Bool { left.rawValue < right.rawValue }
    }

    let name: String
    let context: Context

    /// The service of the host or the scope.
    let service: String?
    let place: Range<Int>

    /// The variable that stands before it, as in `AWS_REGION=us-east-1`; `nil` for none.
    var variable: String? = nil

    /// No more are looked at.
    private static let limit = 4_000

    /// The regions that a text names in one of these ways; a name that stands alone says nothing of the call.
    static func all(in text: ArraySlice<UInt8>) -> [RegionMention] {
        var found: [RegionMention] = []
        var start = text.startIndex
        while start < text.endIndex, found.count < limit {
            guard isNamePart(text[start]) else {
                start += 1
                continue
            }
            let end = text[start...].firstIndex { !isNamePart($0) } ?? text.endIndex
            defer { start = end }
            guard (8...24).contains(end - start), text[end - 1].isDigit, text[start..<end].contains(0x2D) else {
                continue
            }
            // `s3-us-west-2`: the name may be a part of a label.
            let word = String(decoding: text[start..<end], as: UTF8.self).lowercased()
            guard RegionCatalog.looksLikeRegion(word),
                let (context, service) = context(of: start..<end, named: word, in: text)
            else { continue }
            found.append(
                RegionMention(
                    name: word, context: context, service: service, place: start..<end,
                    variable: context == .label ? variable(before: text[..<start]) : nil))
        }
        return found
    }

    private static func variable(before text: ArraySlice<UInt8>) -> String? {
        let label = text.suffix(40)
        guard let end = label.lastIndex(where: { $0.isUppercaseLetter || $0 == 0x5F }) else { return nil }
        let name = label[...end].reversed().prefix { $0.isUppercaseLetter || $0 == 0x5F }.reversed()
        return name.count > 5 ? String(decoding: name, as: UTF8.self) : nil
    }

    private static func context(
        of place: Range<Int>, named name: String, in text: ArraySlice<UInt8>
    ) -> (Context, String?)? {
        if let host = host(around: place, in: text), let aws = AWSHostName(host), aws.region == name {
            return (aws.service.hasPrefix("bedrock") ? .host : .otherHost, aws.service)
        }
        let before = text[..<place.lowerBound].suffix(48)
        let after = text[place.upperBound...].prefix(48)
        // `KEYID/20260101/us-east-1/bedrock/aws4_request`
        if before.last == UInt8(ascii: "/"), after.first == UInt8(ascii: "/"),
            let end = after.range(of: "/aws4_request"), before.dropLast().suffix(8).allSatisfy(\.isDigit)
        {
            let service = String(
                decoding: after[(after.startIndex + 1)..<max(after.startIndex + 1, end.lowerBound)], as: UTF8.self)
            return (.scope, service)
        }
        if before.hasSuffix(":bedrock:"), before.range(of: "arn:") != nil {
            return after.range(of: ":foundation-model").map { $0.lowerBound - after.startIndex < 16 } ?? false
                ? nil : (.arn, "bedrock")
        }
        // The value of something that is called region: in the same line, or, as a shell prints it, in the next.
        let label = String(decoding: before, as: UTF8.self).lowercased()
        guard let word = label.ranges(of: "region").last else { return nil }
        let between = label[word.upperBound...]
        let isValue = between.allSatisfy { " =:\"'\t\n\r\\`(|,{_nameid>".contains($0) } && between.count <= 16
        return isValue ? (.label, nil) : nil
    }

    /// The host name of which a region is a part.
    private static func host(around place: Range<Int>, in text: ArraySlice<UInt8>) -> String? {
        func isHostPart(_ byte: UInt8) -> Bool {
            isNamePart(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        }
        let start =
            text[..<place.lowerBound].suffix(200).lastIndex { !isHostPart($0) }.map { $0 + 1 }
            ?? max(text.startIndex, place.lowerBound - 200)
        let end =
            text[place.upperBound...].prefix(80).firstIndex { !isHostPart($0) }
            ?? min(text.endIndex, place.upperBound + 80)
        guard end - start > place.count else { return nil }
        return String(String(decoding: text[start..<end], as: UTF8.self).trimmed(of: "."))
    }

    private static func isNamePart(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == 0x2D }
}
