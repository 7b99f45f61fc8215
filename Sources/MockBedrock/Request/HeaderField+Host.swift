import WireText

extension HeaderField {
    /// Whether the value can be that of `Host`: the name or the address of a host, and perhaps a port (RFC 9110, section 7.2).
    var isHost: Bool {
        !value.isEmpty
            && value.allSatisfy { byte in
                byte.isUnreserved || "!$&'()*+,;=:[]%".utf8.contains(byte)
            }
    }
}
