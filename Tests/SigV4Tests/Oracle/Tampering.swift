import SigV4
import WireText

/// Every way to exchange one byte of what a signature covers, or of the signature itself.
struct Tampering: CustomStringConvertible {
    let description: String
    let request: SignableRequest

    static func all(of request: SignableRequest, signing canonicalRequest: [UInt8]) -> [Tampering] {
        var all: [Tampering] = []
        func add(_ place: String, _ bytes: [UInt8], _ make: ([UInt8]) -> SignableRequest) {
            for index in bytes.indices {
                var changed = bytes
                // A letter that is neither what it was nor a hexadecimal digit in disguise.
                changed[index] = bytes[index] == 0x71 ? 0x77 : 0x71
                all.append(Tampering(description: "\(place), byte \(index)", request: make(changed)))
            }
        }
        add("method", Array(request.method.utf8)) {
            SignableRequest(
                method: String(decoding: $0, as: UTF8.self), targetBytes: request.target, headers: request.headers,
                payload: request.payload)
        }
        add("target", request.target) {
            SignableRequest(
                method: request.method, targetBytes: $0, headers: request.headers, payload: request.payload)
        }
        let signed = CanonicalRequest(bytes: canonicalRequest).sections?.signedHeaders.split(separator: ";") ?? []
        for (place, field) in request.headers.enumerated() {
            let isSigned = signed.contains { field.isNamed(String($0)) }
            guard isSigned || field.isNamed("authorization") else { continue }
            add("header \(field.name)", field.value) {
                var copy = request
                copy.headers[place].value = $0
                return copy
            }
            guard isSigned else { continue }
            add("name of header \(field.name)", Array(field.name.utf8)) {
                var copy = request
                copy.headers[place].name = String(decoding: $0, as: UTF8.self)
                return copy
            }
        }
        if case .bytes(let body) = request.payload, !isUnsigned(canonicalRequest) {
            add("body", body) {
                var copy = request
                copy.payload = .bytes($0)
                return copy
            }
        }
        return all
    }

    private static func isUnsigned(_ canonicalRequest: [UInt8]) -> Bool {
        canonicalRequest.suffix(16).elementsEqual("UNSIGNED-PAYLOAD".utf8)
    }
}
