import SigV4

/// Every number of a range in the value of one header: a port, a length.
struct NumberSweep: Sendable {
    let cause: SignatureCause
    let name: String
    /// The place of the header among the entries.
    let index: Int
    /// What stands before the number.
    let prefix: [UInt8]
    let range: ClosedRange<Int>

    /// The sweeps that a request gives reason for.
    static func all(_ model: SignerModel, _ facts: RequestFacts) -> [NumberSweep] {
        model.headers.entries.indices.compactMap { index in
            let entry = model.headers.entries[index]
            guard entry.isListed else { return nil }
            switch String(decoding: entry.lowerName, as: UTF8.self) {
            case "host":
                let (name, _) = HostValues.split(String(decoding: entry.canonical, as: UTF8.self))
                return NumberSweep(
                    cause: .headerPort, name: "host", index: index, prefix: Array((name + ":").utf8), range: 1...65535)
            case "content-length":
                let limit = min(max(2 * facts.body.count, 512) + 64, 40_000)
                return NumberSweep(
                    cause: .headerContentLength, name: "content-length", index: index, prefix: [], range: 0...limit)
            default: return nil
            }
        }
    }

    fileprivate func mistake(_ number: Int) -> Mistake {
        let value = prefix + Array(String(number).utf8)
        return Mistake(
            cause, at: .inProcess, "'\(name)' with the value '\(VisibleBytes.text(value))'", .header(index), .headers,
            .alone
        ) { $0.headers.entries[index].replacement = value }
    }
}

extension SignatureSearch {
    /// Tries each number; the text around it is hashed once.
    mutating func run(_ sweep: NumberSweep) -> Mistake? {
        var model = right
        let mark: [UInt8] = [0x01]
        model.headers.entries[sweep.index].replacement = sweep.prefix + mark
        let headers = model.headers.text
        guard let place = headers.firstIndex(of: 0x01) else { return nil }
        var state = SHA256State()
        state.update(right.targetText.span)
        state.update(Array(headers[..<place]).span)
        let tail = Array(headers[(place + 1)...]) + right.payload
        for number in sweep.range {
            if matches(hash: state.digest(followedBy: (Array(String(number).utf8) + tail).span)) {
                return sweep.mistake(number)
            }
        }
        return nil
    }
}
