import SigV4

/// The parts of a signature that some mistakes change, made; nil where they change nothing.
struct RenderedSections: Sendable {
    var target: [UInt8]?
    var headers: [UInt8]?
    var payload: [UInt8]?
    var text: TextModel?
    /// The beginning of the string to sign; nil if its text is not changed, or does not end in the hash.
    var head: [UInt8]?
    var key: HMACKey?

    /// How many bytes they hold.
    var count: Int { (target?.count ?? 0) + (headers?.count ?? 0) + (payload?.count ?? 0) + (head?.count ?? 0) }

    /// Makes the parts that are asked for.
    init(_ model: SignerModel, _ sections: SignerModel.Sections) {
        if sections.contains(.target) { target = model.targetText }
        if sections.contains(.headers) { headers = model.headersText }
        if sections.contains(.payload) { payload = model.payloadText }
        if sections.contains(.text) {
            text = model.text
            head = model.text.isPlain ? model.text.head : nil
        }
        if sections.contains(.key) { key = model.key.key }
    }

    /// Whether something is other than it should be.
    func differs(from right: SignerModel, _ base: RenderedSections, _ model: SignerModel) -> Bool {
        if let target, target != base.target { return true }
        if let headers, headers != base.headers { return true }
        if let payload, payload != base.payload { return true }
        if text != nil, model.text != right.text { return true }
        if key != nil, model.key != right.key { return true }
        return false
    }
}
