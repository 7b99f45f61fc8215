import SigV4

/// How a signer derives the signing key; as it stands, it does so rightly.
struct KeyModel: Sendable, Equatable {
    enum Chain: Sendable, Hashable {
        case standard
        /// Each step's result goes into the next as hexadecimal text.
        case hexadecimal
        /// Key and message change places at each step.
        case swapped
        /// The steps are taken, but the last one is left out.
        case withoutTerminator
        case regionBeforeDate
        case serviceBeforeRegion
        /// `AWS4` and the secret sign without any derivation.
        case none
    }

    var secret: [UInt8]
    var prefix = Array("AWS4".utf8)
    /// What stands behind the secret; rightly nothing.
    var suffix: [UInt8] = []
    var date: [UInt8]
    var region: [UInt8]
    var service: [UInt8]
    var terminator = Array(CredentialScope.terminator.utf8)
    var chain = Chain.standard

    /// The key, ready to sign.
    var key: HMACKey {
        let seed = prefix + secret + suffix
        let steps: [[UInt8]] =
            switch chain {
            case .standard, .hexadecimal, .swapped: [date, region, service, terminator]
            case .withoutTerminator: [date, region, service]
            case .regionBeforeDate: [region, date, service, terminator]
            case .serviceBeforeRegion: [date, service, region, terminator]
            case .none: []
            }
        var key = HMACKey(seed.span)
        var last = seed
        for step in steps {
            if chain == .swapped {
                last = HMACKey(step.span).authenticate(last.span).bytes
                key = HMACKey(last.span)
            } else if chain == .hexadecimal {
                key = HMACKey(key.authenticate(step.span).hexBytes.span)
            } else {
                key = HMACKey(key.authenticate(step.span))
            }
        }
        return key
    }
}
