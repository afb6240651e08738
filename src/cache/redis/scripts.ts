/**
 * The atomic steps of the cache protocol as Lua. Redis runs a script as one step, on one node: all keys of a script are
 * of one organization and so of one slot. Times come from Redis' own clock. Numbers are printed by '%.0f': a generation
 * has 16 digits, and Lua's own printing keeps 14.
 */

/** now_us(): microseconds. text(n): a whole number as text. */
const TIME_FUNCTIONS = `
local function now_us()
  local t = redis.call('TIME')
  return tonumber(t[1]) * 1000000 + tonumber(t[2])
end
local function text(n) return string.format('%.0f', n) end
`;

/** A double can count on from here for longer than any use. No gateway writes a higher one. */
export const MAX_GENERATION = 9e15;

/**
 * ask(command, key, ...): the reply. A key of another type does not belong to the protocol: it is removed and counts as
 * lost. repairs: the number of keys that this script has repaired.
 */
export const PRELUDE = `${TIME_FUNCTIONS}
local repairs = 0
local function ask(command, key, ...)
  local reply = redis.pcall(command, key, ...)
  if type(reply) ~= 'table' or not reply.err then return reply end
  if string.find(reply.err, 'WRONGTYPE', 1, true) then
    redis.call('DEL', key)
    repairs = repairs + 1
  end
  return redis.call(command, key, ...)
end
`;

/**
 * known(key): the generation, and from which generation on entries are valid and held back; nil where there is none
 * that a gateway wrote. put(key, generation, since, held, ttl) writes them; where they are alike, as one number.
 * current(key, floor, ttl): as known. A missing generation starts at the clock's microseconds, higher than any before.
 * One below \`floor\` has lost increments in a failover: it is raised to it, which invalidates older entries.
 */
const GENERATION = `${PRELUDE}
local function known(key)
  local stored = ask('GET', key)
  local generation, since, held = string.match(stored or '', '^(%d+) ?(%d*) ?(%d*)$')
  generation = tonumber(generation)
  if generation and generation <= ${MAX_GENERATION} then
    since = math.min(tonumber(since) or generation, generation)
    return generation, since, math.min(tonumber(held) or since, since)
  end
  if stored then repairs = repairs + 1 end
  return nil
end
local function put(key, generation, since, held, ttl)
  local value = text(generation)
  if held < generation then value = value .. ' ' .. text(since) .. ' ' .. text(held) end
  redis.call('SET', key, value, 'PX', ttl)
end
local function current(key, floor, ttl)
  if floor > ${MAX_GENERATION} then floor = 0 end
  local generation, since, held = known(key)
  if generation and generation >= floor then return generation, since, held end
  generation = generation and floor or math.max(now_us(), floor + 1)
  put(key, generation, generation, generation, ttl)
  return generation, generation, generation
end
`;

/** writing(key): is the mark of a write alive? */
const WRITING = `
local function writing(key)
  return ask('ZCOUNT', key, text(now_us() / 1000), '+inf') > 0
end
`;

/** A script and the number of its keys. */
export interface Script {
  readonly lua: string;
  readonly numberOfKeys: number;
}

/**
 * Read, step 2.
 * KEYS 1 generation · 2 writes under way · 3 the scope's entry · 4 the scope's back-off
 * ARGV 1 floor · 2 life of the generation (ms) · 3 stamp that the reader holds, '*' for no body, '' for none
 * Returns {repairs, generation, writing 0|1, back-off ms, stamp, age ms, body, held back 0|1}; stamp, age and body null without an
 * entry that counts, the body null where the reader holds it or does not want it.
 */
export const READ: Script = {
  numberOfKeys: 4,
  lua: `${GENERATION}${WRITING}
local generation, since, held = current(KEYS[1], tonumber(ARGV[1]), ARGV[2])
local is_writing = writing(KEYS[2]) and 1 or 0
local answer = {0, generation, is_writing, math.max(0, redis.call('PTTL', KEYS[4])), false, false, false, 0}
local entry = ask('HMGET', KEYS[3], 'g', 't')
local of = string.match(entry[1] or '', '^%d+$') and tonumber(entry[1])
if of and of >= held and of <= generation and tonumber(entry[2]) then
  if is_writing == 1 or of < since then answer[8] = 1 end
  local stamp = entry[1] .. '.' .. entry[2]
  answer[5] = stamp
  answer[6] = math.floor((now_us() - tonumber(entry[2])) / 1000)
  if ARGV[3] ~= stamp and ARGV[3] ~= '*' then answer[7] = redis.call('HGET', KEYS[3], 'b') end
end
answer[1] = repairs
return answer`,
};

/**
 * Read, step 4.
 * KEYS 1 generation · 2 writes under way · 3 the scope's entry
 * ARGV 1 generation seen before the fetch · 2 life of the generation (ms) · 3 life of the entry (ms) · 4 body
 * Returns the stamp, or null where something was written since.
 */
export const FILL: Script = {
  numberOfKeys: 3,
  lua: `${GENERATION}${WRITING}
if known(KEYS[1]) ~= tonumber(ARGV[1]) or writing(KEYS[2]) then return false end
local stored = text(now_us())
ask('HLEN', KEYS[3])
redis.call('HSET', KEYS[3], 'g', ARGV[1], 't', stored, 'b', ARGV[4])
redis.call('PEXPIRE', KEYS[3], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return ARGV[1] .. '.' .. stored`,
};

/**
 * Write, step 1.
 * KEYS 1 generation · 2 writes under way · 3 the scope's back-off
 * ARGV 1 floor · 2 life of the generation (ms) · 3 token of the write · 4 life of its mark (ms)
 * Returns {repairs, generation, 0, since}; or {0, 0, ms, 0} where the scope is backed off, and then has changed nothing.
 */
export const BEGIN_WRITE: Script = {
  numberOfKeys: 3,
  lua: `${GENERATION}
local back_off = redis.call('PTTL', KEYS[3])
if back_off > 0 then return {0, 0, back_off, 0} end
local generation, since, held = current(KEYS[1], tonumber(ARGV[1]), ARGV[2])
generation = generation + 1
local now = now_us() / 1000
put(KEYS[1], generation, generation, held, ARGV[2])
ask('ZREMRANGEBYSCORE', KEYS[2], '-inf', text(now))
redis.call('ZADD', KEYS[2], text(now + tonumber(ARGV[4])), ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return {repairs, generation, 0, since}`,
};

/**
 * Write, step 3.
 * KEYS 1 generation · 2 writes under way
 * ARGV 1 floor · 2 life of the generation (ms) · 3 token of the write · 4 channel · 5 organization · of a write that
 * certainly did not run: 6 generation after its begin · 7 what was valid before it
 * Returns {repairs, generation}. The mark is removed first: when out of memory, Redis refuses only the first write of a
 * script, and ZREM needs no memory. So the increment is not refused.
 */
export const END_WRITE: Script = {
  numberOfKeys: 2,
  lua: `${GENERATION}
ask('ZREM', KEYS[2], ARGV[3])
local floor = tonumber(ARGV[1])
if floor > ${MAX_GENERATION} then floor = 0 end
local before, _, held = known(KEYS[1])
local generation = math.max(before or now_us(), floor) + 1
local since = generation
if ARGV[6] and before and generation == before + 1 then
  if before == tonumber(ARGV[6]) then since = tonumber(ARGV[7]) end
  held = math.min(held, since)
else
  held = generation
end
put(KEYS[1], generation, since, held, ARGV[2])
redis.call('PUBLISH', ARGV[4], ARGV[5] .. ' ' .. text(generation))
return {repairs, generation}`,
};

/**
 * Read, step 3: a lease, unless it is held for this generation or a later one.
 * KEYS 1 the scope's lease
 * ARGV 1 generation · 2 token · 3 life (ms)
 * Returns 1 where it is granted, else 0.
 */
export const LEASE: Script = {
  numberOfKeys: 1,
  lua: `${PRELUDE}
local held = ask('GET', KEYS[1])
if held and (tonumber(string.match(held, '^%d+')) or 0) >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'PX', ARGV[3])
return 1`,
};

/**
 * Keeps a text within the bounds. An existing text is renewed, and counts for the caller who registered it.
 * KEYS 1 the text · 2 hashes of all texts · 3 hashes of the caller's
 * ARGV 1 hash · 2 text · 3 life (ms) · 4 most texts of a caller · 5 most texts
 * Returns 1 where it is kept, else 0.
 */
export const REGISTER_TEXT: Script = {
  numberOfKeys: 3,
  lua: `${PRELUDE}
local now = now_us() / 1000
local expires = text(now + tonumber(ARGV[3]))
local known = redis.call('EXISTS', KEYS[1]) == 1
if not known then
  for index = 2, 3 do ask('ZREMRANGEBYSCORE', KEYS[index], '-inf', text(now)) end
  if redis.call('ZCARD', KEYS[3]) >= tonumber(ARGV[4]) or redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[5]) then
    return 0
  end
  redis.call('ZADD', KEYS[3], expires, ARGV[1])
  redis.call('PEXPIRE', KEYS[3], ARGV[3])
end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
redis.call('ZADD', KEYS[2], expires, ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return 1`,
};

/**
 * Releases a lease.
 * KEYS 1 the scope's lease
 * ARGV 1 token of the holder
 * Returns 1 where it was the holder's, else 0.
 */
export const RELEASE: Script = {
  numberOfKeys: 1,
  lua: `${PRELUDE}
local held = ask('GET', KEYS[1])
if held and string.match(held, ' (.*)$') == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`,
};
