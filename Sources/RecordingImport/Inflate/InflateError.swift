/// Why compressed bytes could not be expanded.
struct InflateError: Error, Hashable {
    enum Reason: Hashable {
        case truncated
        case notGzip, notZlib
        case unknownMethod, unknownFlags
        case invalidBlockType, storedLengthMismatch, invalidCode, invalidSymbol, invalidDistance
        case checksumMismatch, lengthMismatch
        case tooLong(limit: Int)
    }

    let reason: Reason

    init(_ reason: Reason) { self.reason = reason }
}

extension InflateError: CustomStringConvertible {
    var description: String {
        switch reason {
        case .truncated: "compressed data that stops in the middle"
        case .notGzip: "data without the gzip header 1F 8B"
        case .notZlib: "data without a zlib header"
        case .unknownMethod: "a compression method other than deflate"
        case .unknownFlags: "a gzip header with reserved flags"
        case .invalidBlockType: "a deflate block of the reserved type 3"
        case .storedLengthMismatch: "a stored block whose length does not fit its complement"
        case .invalidCode: "a Huffman code that is no code"
        case .invalidSymbol: "a Huffman symbol that means nothing"
        case .invalidDistance: "a reference to before the beginning"
        case .checksumMismatch: "data that does not fit its checksum"
        case .lengthMismatch: "data of another length than it says"
        case .tooLong(let limit): "data that expands to more than \(limit) bytes"
        }
    }
}
