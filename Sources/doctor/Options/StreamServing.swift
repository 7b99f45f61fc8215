public import ArgumentParser
import Recordings

extension StreamChunking: ExpressibleByArgument {}

extension StreamPace: ExpressibleByArgument {}
