/// What was looked at: the heading under which a finding stands.
package enum Check: String, Sendable, Hashable, CaseIterable {
    case credentials
    case identity
    case region
    case configuration
    case endpoint
    case network
    case clock
    /// The signature of a call that was refused.
    case signature
    /// A call that failed, explained.
    case explain
    /// A request signed here.
    case sign
    /// A request that was judged before it is sent.
    case request
    /// A client that was run against the mock server.
    case client
    /// The lists of the account's control plane.
    case catalog
}
