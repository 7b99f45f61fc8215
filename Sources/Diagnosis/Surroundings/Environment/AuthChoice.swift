/// By which scheme the calls of a run show who makes them.
package enum AuthChoice: String, Sendable, Hashable, CaseIterable {
    /// Signed where there is a key pair, else with the API key of the environment.
    case auto
    /// Signed with a key pair (Signature Version 4).
    case sigv4
    /// With an API key, as bearer token.
    case bearer
}
