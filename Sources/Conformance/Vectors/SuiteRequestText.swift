import JSONText
import SigV4
import WireText

/// A request written down as text, the way AWS's suite does it.
///
/// The request line may hold raw spaces and UTF-8: the method ends at the first space, the target at the last ` HTTP/`.
/// Headers may be folded or repeated. Lines end with LF or CRLF. The body begins after the empty line.
struct SuiteRequestText {
    var method: String
    var target: [UInt8]
    var headers: [Header]
    var body: [UInt8]

    /// A header: its name, and the value's lines, more than one if it is folded.
    struct Header {
        var name: String
        var lines: [[UInt8]]
    }

    /// What a fold in a header stands for.
    enum FoldReading {
        /// A space, as RFC 9112, section 5.2, has it, and AWS's suite since its query form was added.
        case space
        /// A comma: the older releases of the suite read each line as a value of its own.
        case comma
    }

    init(_ file: InputFile) throws(InputFileError) {
        var lines = LineReader(file.bytes)
        guard let requestLine = lines.next(), !requestLine.isEmpty else {
            throw Self.fault(file, line: 1, expected: "a request line such as \"GET / HTTP/1.1\"", found: "nothing")
        }
        guard let space = requestLine.firstIndex(of: UInt8(ascii: " ")), space > requestLine.startIndex,
            let version = requestLine.lastRange(of: Array(" HTTP/".utf8)), version.lowerBound > space
        else {
            throw Self.fault(
                file, line: 1, expected: "a request line: method, target and \"HTTP/1.1\"",
                found: "\"\(String(decoding: requestLine, as: UTF8.self))\"")
        }
        method = String(decoding: requestLine[..<space], as: UTF8.self)
        target = Array(requestLine[(space + 1)..<version.lowerBound])
        headers = []
        while let line = lines.next(), !line.isEmpty {
            if line[0] == UInt8(ascii: " ") || line[0] == UInt8(ascii: "\t") {
                guard !headers.isEmpty else {
                    throw Self.fault(
                        file, line: lines.number, expected: "a header before its continuation", found: "white space")
                }
                headers[headers.count - 1].lines.append(line)
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else {
                throw Self.fault(
                    file, line: lines.number, expected: "a header, name and value with a colon between",
                    found: "\"\(String(decoding: line.prefix(60), as: UTF8.self))\"")
            }
            headers.append(
                Header(name: String(decoding: line[..<colon], as: UTF8.self), lines: [Array(line[(colon + 1)...])]))
        }
        body = lines.rest
        // A line feed that an editor put at the end of the file is not part of a body that says how long it is.
        if let length = contentLength, body.count > length, body[length...].allSatisfy({ $0 == 0x0A || $0 == 0x0D }) {
            body.removeLast(body.count - length)
        }
    }

    private var contentLength: Int? {
        guard let header = headers.first(where: { $0.name.lowercased() == "content-length" }) else { return nil }
        return Int(String(decoding: header.lines[0], as: UTF8.self).filter { $0 != " " })
    }

    private static func fault(_ file: InputFile, line: Int, expected: String, found: String) -> InputFileError {
        InputFileError(
            file.path, at: JSONPosition(line: line, column: 1, offset: 0), "expected \(expected), found \(found)")
    }
}

extension SuiteRequestText {
    /// The request, its folds read as given.
    func request(folds: FoldReading) -> WireRequest {
        WireRequest(
            method: method, target: target,
            headers: headers.map { HeaderField(name: $0.name, bytes: $0.value(folds: folds)) }, body: body)
    }

    /// How the expected canonical request reads the folds of this request.
    func foldReading(of canonicalRequest: [UInt8]) -> FoldReading {
        let lines = canonicalRequest.split(separator: UInt8(ascii: "\n"))
        let isComma = headers.contains { header in
            let line = Array("\(header.name.lowercased()):".utf8) + header.value(folds: .comma)
            return header.lines.count > 1 && lines.contains { $0.elementsEqual(line) }
        }
        return isComma ? .comma : .space
    }
}

extension SuiteRequestText.Header {
    /// The value: as written if it is not folded, else its trimmed lines, joined.
    func value(folds: SuiteRequestText.FoldReading) -> [UInt8] {
        guard lines.count > 1 else { return lines[0] }
        let separator = folds == .space ? UInt8(ascii: " ") : UInt8(ascii: ",")
        return Array(lines.map(\.trimmed).joined(separator: [separator]))
    }
}
