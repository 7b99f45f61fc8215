import JSONText
import Synchronization

/// A body as JSON, read when somebody first asks for it and once for all who do: recordings and the simulated account.
struct JSONBody: ~Copyable, Sendable {
    private let bytes: [UInt8]
    private let read = Mutex<Result<JSONValue, JSONError>?>(nil)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value.
    ///
    /// - Throws: `JSONError` if the body is not JSON.
    var value: JSONValue {
        get throws(JSONError) {
            let result = read.withLock { read in
                if let read { return read }
                let result = Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
                read = result
                return result
            }
            return try result.get()
        }
    }
}
