/// What can be seen and changed of a server while it runs.
extension MockServer {
    /// The names of the clients that came, in their order; a client that gives none is not among them.
    public var clients: [ClientName] { core.clients.names }

    /// Forgets a client: when it comes again, its recordings, quotas and faults begin anew.
    ///
    /// - Returns: Whether there was one.
    public func forget(_ client: ClientName) -> Bool { core.clients.forget(client) }

    /// The faults that stand, but for those that an account has of its own.
    public var faults: [StandingFault] { core.clients.faults }

    /// Makes a fault from now on, behind those that stand.
    ///
    /// - Parameters:
    ///   - rule: What goes wrong, and when.
    ///   - client: Whose calls it strikes; nil for those of every client, each by its own count.
    /// - Returns: Its number, by which it is taken away; nil when there are 256 already.
    public func add(_ rule: FaultRule, for client: ClientName?) -> Int? { core.clients.add(rule, for: client) }

    /// Takes a fault away.
    ///
    /// - Returns: Whether there was one.
    public func removeFault(_ id: Int) -> Bool { core.clients.remove(id) }

    /// Takes every fault away, but for those that an account has of its own.
    public func removeFaults() { core.clients.removeAll() }
}
