/// Why a text is no JSON, and where.
public struct JSONError: Error, Sendable, Hashable {
    /// What kind of fault it is.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Storage: String, Sendable {
            case unexpectedEnd = "unexpected-end"
            case unexpectedText = "unexpected-text"
            case invalidNumber = "invalid-number"
            case invalidString = "invalid-string"
            case invalidUTF8 = "invalid-utf8"
            case byteOrderMark = "byte-order-mark"
            case duplicateName = "duplicate-name"
            case tooDeep = "too-deep"
        }

        private let storage: Storage

        /// The text stops in the middle: a truncated file.
        public static let unexpectedEnd = Code(storage: .unexpectedEnd)
        /// Something stands where the grammar wants something else.
        public static let unexpectedText = Code(storage: .unexpectedText)
        /// A number that breaks the grammar, such as `01` or `1.`.
        public static let invalidNumber = Code(storage: .invalidNumber)
        /// A string with a raw control character, an unknown escape or half a surrogate pair.
        public static let invalidString = Code(storage: .invalidString)
        /// Bytes that are not UTF-8.
        public static let invalidUTF8 = Code(storage: .invalidUTF8)
        /// A byte order mark before the text.
        public static let byteOrderMark = Code(storage: .byteOrderMark)
        /// A member name that its object already has.
        public static let duplicateName = Code(storage: .duplicateName)
        /// Arrays and objects nested beyond the limit.
        public static let tooDeep = Code(storage: .tooDeep)

        /// The code as a word, such as `duplicate-name`.
        public var description: String { storage.rawValue }
    }

    /// What kind of fault it is.
    public let code: Code
    /// Where it is.
    public let position: JSONPosition
    /// What should have stood there.
    public let expected: String
    /// What stood there.
    public let found: String
    /// For a repeated name, where it stood first.
    public let first: JSONPosition?

    /// The line, from 1.
    public var line: Int { position.line }
    /// The column, from 1, in Unicode scalars.
    public var column: Int { position.column }
    /// The distance from the start of the text, in bytes.
    public var offset: Int { position.offset }
}

extension JSONError: CustomStringConvertible {
    /// What was expected and found, without the place.
    public var message: String {
        let repeated = first.map { ", first at \($0)" } ?? ""
        return "expected \(expected), found \(found)\(repeated)"
    }

    /// The whole message: place, what was expected, what was found.
    public var description: String { "\(position) (byte \(offset)): \(message)" }
}
