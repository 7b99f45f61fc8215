/// The script of the live page, put together from its parts; each part uses those before it.
enum LivePageScript {
    static let text = PageScript.text(
        [
            elements, server, visible, difference, findings, places, journal, filter, list, counting, choosing, clients,
            request, verdict, faults, explain, start,
        ].joined(separator: "\n"))
}
