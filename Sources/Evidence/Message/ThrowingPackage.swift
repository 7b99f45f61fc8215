import JSONText
import WireText

/// The package whose code threw an exception, by the innermost frame of the stack that stands beside it.
///
/// Sources: where the package managers of each language put what they install (`site-packages`, `node_modules`, `vendor`, `gems`,
/// `pkg/mod`, `.cargo/registry`).
package struct ThrowingPackage: Sendable, Hashable {
    /// As its registry names it, or as its folder does: `langchain_aws`, `@smithy/util-buffer-from`.
    package let name: String

    /// The file and the line, as the frame has them.
    package let place: String

    /// Looks for the stack of a failure in what was pasted.
    ///
    /// - Parameters:
    ///   - message: What the exception says.
    ///   - text: What was pasted around it.
    package init?(of message: String, in text: String) {
        let first = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard !first.isEmpty else { return nil }
        // A gateway says the sentence once more above the traceback.
        for place in text.ranges(of: first.suffix(200)).suffix(4) {
            let above = text[..<place.lowerBound].suffix(6_000).split(whereSeparator: \.isNewline)
            let below = text[place.upperBound...].prefix(3_000).split(whereSeparator: \.isNewline)
            // Python prints the innermost frame last, above the exception; the others print it first, below.
            let frame =
                below.prefix(40).lazy.compactMap(Self.frame(below:)).first
                ?? above.suffix(60).reversed().lazy.compactMap(Self.frame(above:)).first
            guard let frame else { continue }
            self = frame
            return
        }
        return nil
    }

    private init(name: String, place: String) {
        self.name = name
        self.place = place
    }

    /// `File "/usr/lib/python3/site-packages/langchain_aws/chat.py", line 7, in invoke`.
    private static func frame(above line: Substring) -> ThrowingPackage? {
        let words = line.trimmedWhitespace()
        guard words.hasPrefix("File \""), let end = words.dropFirst(6).firstIndex(of: "\"") else { return nil }
        let path = words[words.index(words.startIndex, offsetBy: 6)..<end]
        let number = words[end...].firstRange(of: "line ").map { words[$0.upperBound...].prefix(while: \.isNumber) }
        return of(String(path), line: number.map(String.init))
    }

    /// `at fromArrayBuffer (/app/node_modules/@smithy/util-buffer-from/dist-cjs/index.js:10:33)`, `#0 /app/vendor/aws/...`.
    private static func frame(below line: Substring) -> ThrowingPackage? {
        let words = line.trimmedWhitespace()
        guard words.hasPrefix("at ") || words.hasPrefix("#") || words.hasPrefix("from ") || words.hasPrefix("/") else {
            return nil
        }
        let path = words.split { " ()'`".contains($0) }.first { $0.contains("/") }.map(String.init)
        return path.flatMap { of($0, line: nil) ?? dart($0) } ?? jvm(words)
    }

    /// `package:shared_aws_api/src/protocol/shared.dart`.
    private static func dart(_ path: String) -> ThrowingPackage? {
        guard path.hasPrefix("package:"), let slash = path.firstIndex(of: "/") else { return nil }
        return ThrowingPackage(name: String(path[..<slash].dropFirst(8)), place: String(path.suffix(120)))
    }

    /// `at dev.langchain4j.model.bedrock.AwsDocumentConverter.documentToJson(AwsDocumentConverter.java:41)`.
    private static func jvm(_ words: Substring) -> ThrowingPackage? {
        guard words.hasPrefix("at "), words.hasSuffix(")"), let open = words.lastIndex(of: "(") else { return nil }
        let file = words[words.index(after: open)...].dropLast()
        guard file.contains(".java") || file.contains(".kt") || file.contains(".scala") else { return nil }
        let name = words[..<open].dropFirst(3).split(separator: "/").last ?? ""
        let parts = name.split(separator: ".")
        // The runtime's own frames stand above those of who called it wrongly.
        guard parts.count > 3, !["java", "jdk", "sun", "kotlin", "scala", "javax"].contains(String(parts[0])) else {
            return nil
        }
        return ThrowingPackage(name: parts.prefix(2).joined(separator: "."), place: "\(name.suffix(100)), \(file)")
    }

    private static func of(_ path: String, line: String?) -> ThrowingPackage? {
        let path = path.replacing("\\", with: "/")
        for (folder, parts) in folders {
            guard let place = path.ranges(of: folder).last else { continue }
            let names = path[place.upperBound...].split(separator: "/", maxSplits: 4)
            guard names.count > 1, let first = names.first else { continue }
            let count = parts == .scoped ? (first.hasPrefix("@") ? 2 : 1) : parts == .pair ? 2 : 1
            guard names.count > count else { continue }
            let name = names.prefix(count).joined(separator: "/")
            guard name.utf8.count <= 80, name.allSatisfy({ $0.isASCII && !$0.isWhitespace }) else { continue }
            let file = path[place.upperBound...].suffix(120)
            return ThrowingPackage(
                name: unversioned(name), place: line.map { "\(file), line \($0)" } ?? String(file))
        }
        // A path without its beginning, as it is when somebody shortened it.
        guard let line, let first = path.first, first.isLetter, !path.contains(":"), path.contains("/"),
            path.hasSuffix(".py")
        else {
            return nil
        }
        return ThrowingPackage(name: String(path.prefix { $0 != "/" }), place: "\(path.suffix(120)), line \(line)")
    }

    private enum Parts { case single, scoped, pair }

    private static let folders: [(String, Parts)] = [
        ("/site-packages/", .single), ("/dist-packages/", .single), ("/node_modules/", .scoped), ("/vendor/", .pair),
        ("/gems/", .single),
    ]

    /// `aws-sdk-core-3.201.0` is a gem and its version.
    private static func unversioned(_ name: String) -> String {
        guard let dash = name.lastIndex(of: "-"), name[name.index(after: dash)...].first?.isNumber ?? false,
            name.contains(".")
        else { return name }
        return String(name[..<dash])
    }
}
