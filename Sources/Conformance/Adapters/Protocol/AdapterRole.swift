package import JSONText

/// What an adapter stands for: the part of somebody else's software that is put to the test.
package enum AdapterRole: String, Sendable, Hashable, CaseIterable {
    case signer
    case verifier
    case client

    /// The version of the protocol, which the first line names.
    package static let protocolName = "bedrock-conformance/1"

    /// The runner's first line.
    package var hello: JSONValue {
        ["protocol": .string(Self.protocolName), "role": .string(rawValue)]
    }

    /// The runner's last line.
    package static let end: JSONValue = ["end": true]
}

extension JSONValue {
    /// The value as a line of the protocol.
    package var line: [UInt8] { bytes(.compact) + [UInt8(ascii: "\n")] }
}
