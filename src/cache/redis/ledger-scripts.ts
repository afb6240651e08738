import { PRELUDE, type Script } from './scripts.ts';

/**
 * Leases names of a namespace, or renews the leases.
 * KEYS 1 the namespace's leases
 * ARGV 1 token · 2 life (ms), the same for all leases of a namespace · 3 and on: names, `*` for every one
 * Returns 1; 0, with nothing taken, where another token has one of them.
 */
export const ACQUIRE_LEASES: Script = {
  numberOfKeys: 1,
  lua: `${PRELUDE}
local now = now_us() / 1000
ask('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now))
local wanted = {}
for index = 3, #ARGV do wanted[ARGV[index]] = true end
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local token, name = string.match(member, '^(%S+) (.*)$')
  if token ~= ARGV[1] and (name == '*' or wanted['*'] or wanted[name]) then return 0 end
end
for index = 3, #ARGV do
  redis.call('ZADD', KEYS[1], text(now + tonumber(ARGV[2])), ARGV[1] .. ' ' .. ARGV[index])
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`,
};

/**
 * Releases all leases of a token.
 * KEYS 1 the namespace's leases
 * ARGV 1 token
 */
export const RELEASE_LEASES: Script = {
  numberOfKeys: 1,
  lua: `${PRELUDE}
for _, member in ipairs(ask('ZRANGE', KEYS[1], 0, -1)) do
  if string.match(member, '^(%S+) ') == ARGV[1] then redis.call('ZREM', KEYS[1], member) end
end
return 1`,
};

/**
 * Replaces the provisional outcome of a run with the final one.
 * KEYS 1 the outcome
 * ARGV 1 what the run has kept · 2 what is to be kept, empty: nothing · 3 life (ms)
 * Returns 1; 0 where it is not there any more: then 2 is kept all the same, unless another run has kept its own.
 */
export const COMPARE_AND_SET: Script = {
  numberOfKeys: 1,
  lua: `${PRELUDE}
local stored = ask('GET', KEYS[1])
if stored and stored ~= ARGV[1] then return 0 end
if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return stored and 1 or 0`,
};
