// Tests of what the pages reckon, without a browser: npm test
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createServer } from 'vite'

const server = await createServer({ configFile: false, appType: 'custom', logLevel: 'error', server: { middlewareMode: true, ws: false, watch: null } })
after(() => server.close())
const load = (name) => server.ssrLoadModule(`/src/lib/${name}.ts`)
const charts = await load('charts')
const pairs = await load('pairs')
const review = await load('review')
const reasons = await load('reasons')

const data = {
  step: 'week',
  from: '2026-03-02',
  to: '2026-03-17',
  incidents: 4,
  undated: 0,
  types: [
    { type: 'clash', incidents: 3, bins: [{ start: '2026-03-02', sure: 2, spread: 0.5 }, { start: '2026-03-09', sure: 0, spread: 0.5 }] },
    { type: null, incidents: 1, bins: [{ start: '2026-03-16', sure: 1, spread: 0 }] },
  ],
}

test('a stretch goes from the first day of the first bin to the day behind the last', () => {
  const { first, last } = charts.stretch(data)
  assert.equal(last - first, 21)
  assert.deepEqual(charts.stretch({ ...data, types: [] }), { first: 0, last: 1 })
})

test('bins of months and years end where the next begin', () => {
  assert.equal(charts.binEnd('2026-02-01', 'month') - charts.dayNumber('2026-02-01'), 28)
  assert.equal(charts.binEnd('2024-01-01', 'year') - charts.dayNumber('2024-01-01'), 366)
})

test('the busiest bin counts parts of windows too', () => {
  assert.deepEqual(charts.busiest(data), { start: '2026-03-02', incidents: 2.5 })
  assert.equal(charts.busiest({ ...data, types: [] }), null)
})

test('scales end at round numbers, and their ticks are whole', () => {
  assert.deepEqual([0, 1, 2, 3, 7, 12, 30, 430].map(charts.roundUp), [1, 1, 2, 5, 10, 20, 50, 500])
  for (const top of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]) {
    const ticks = charts.ticks(top)
    assert.equal(ticks[0], 0)
    assert.equal(ticks.at(-1), top)
    assert.ok(ticks.every(Number.isInteger), String(top))
  }
})

test('a figure is a number, a range, open above, or none', () => {
  assert.deepEqual(charts.figure(7), { low: 7, high: 7 })
  assert.deepEqual(charts.figure({ min: 7, max: 9 }), { low: 7, high: 9 })
  assert.deepEqual(charts.figure({ min: 20, max: null }), { low: 20, high: null })
  assert.equal(charts.figure({ words: 'dozens' }), null)
  assert.equal(charts.figure('many'), null)
})

test('an open toll leaves room behind the highest figure', () => {
  const item = (low, high) => ({ incident: { killed: { low, high } }, claims: [] })
  assert.equal(charts.mostKilled([item(5, 5)]), 5)
  assert.equal(charts.mostKilled([item(5, null)]), 10)
})

test('outlets are ranked by articles on both sides of copying', () => {
  const rows = [
    { copying: 'a', copied: 'x', articles: 1, passages: 1 },
    { copying: 'b', copied: 'x', articles: 3, passages: 3 },
    { copying: 'a', copied: 'y', articles: 1, passages: 1 },
  ]
  assert.deepEqual(charts.copyists(rows, 1), { copying: ['b'], copied: ['x'] })
  assert.deepEqual(charts.copyists(rows, 5), { copying: ['b', 'a'], copied: ['x', 'y'] })
})

test('findings are for one event, for two, or say nothing', () => {
  const finding = (aspect, weight) => ({ aspect, kind: 'same', weight })
  const sides = pairs.weighed([finding('time', 2), finding('killed', -2), finding('place', 0)])
  assert.deepEqual([sides.for.length, sides.against.length, sides.neutral.length], [1, 1, 1])
  assert.deepEqual([2, -0.7, -1.4000000000000001, 0].map(pairs.signed), ['+2', '−0.7', '−1.4', '0'])
})

test('each quote of an incident stands once, those that tell most first', () => {
  const testimony = (article, quote) => ({ article, outlet: null, quote, span: [0, 1] })
  const claim = (...testimonies) => ({ testimonies })
  const detail = {
    place: { claims: [claim(testimony('1', 'in the market'))] },
    killed: { claims: [claim(testimony('1', 'two died'), testimony('1', 'two died')), claim(testimony('2', null))] },
  }
  assert.deepEqual(pairs.wordsOf(detail, 9).map((words) => words.quote), ['two died', 'in the market'])
  assert.equal(pairs.wordsOf(detail, 1).length, 1)
})

test('a place in a list stays in the list', () => {
  assert.deepEqual([[-1, 3], [5, 3], [1, 3], [0, 0]].map(([i, n]) => pairs.within(i, n)), [0, 2, 1, 0])
})

test('what is undone is not undone again', () => {
  const line = (id, kind, undone) => ({ id, kind, undone })
  const last = (...lines) => review.lastCounting(lines)?.id
  assert.equal(last(line('1', 'accept')), '1')
  assert.equal(last(line('1', 'accept'), line('2', 'edit'), line('3', 'undo', '2')), '1')
  assert.equal(last(line('1', 'accept'), line('2', 'undo', '1')), undefined)
  assert.equal(last(line('1', 'accept'), line('2', 'undo', '1'), line('3', 'undo', '2')), '1')
})

test('the queue has a next and a previous one, and ends', () => {
  assert.equal(review.neighbour(['a', 'b'], 'a', 1), 'b')
  assert.equal(review.neighbour(['a', 'b'], 'b', 1), null)
  assert.equal(review.neighbour(['a', 'b'], 'c', 1), null)
  assert.ok(review.waits('single', { independentSourceCount: 1 }))
  assert.ok(!review.waits('single', { independentSourceCount: 2 }))
})

test('reasons of a clock are known again by their shape', () => {
  const of = (english) => {
    const found = reasons.reasonOf('a 1.txt', english)
    return found && [found.key, ...found.values]
  }
  assert.deepEqual(of('declared as 2026-03-05'), ['declared', '2026-03-05'])
  assert.deepEqual(of('declared as 2026-03-05, which is no MONDAY: the day of fetching'), ['declared-moved', '2026-03-05', 'MONDAY'])
  assert.deepEqual(of('day -1 from publication is called SUNDAY, so it was published on a MONDAY'), ['weekday', '-1', 'SUNDAY', 'MONDAY'])
  assert.deepEqual(of('a 1.txt copies b copies c.txt'), ['copies', 'b copies c.txt'])
  assert.deepEqual(of('calls 2026-03-05 day -1'), ['calls-yesterday', '2026-03-05'])
  assert.equal(of('something else'), null)
  const header = reasons.reasonOf('a', "the page's own header says 2026-03-05, which the article's own days contradict: the day of fetching")
  assert.deepEqual(header, { key: 'header', values: ['2026-03-05'], contradicted: true, aside: false })
  assert.deepEqual(reasons.reasonOf('a', 'set aside: a copies b'), { key: 'copies', values: ['b'], contradicted: false, aside: true })
})

test('values stand in the places of a sentence, each with its kind', () => {
  assert.deepEqual(reasons.pieces('counts {0} from {1}', ['3', 'MONDAY']).map((piece) => piece.kind), ['words', 'number', 'words', 'weekday'])
  assert.deepEqual(reasons.pieces('copies {0}', ['2'], true)[1], { text: '2', kind: 'name' })
  assert.deepEqual(reasons.pieces('{0}', ['the fall of a town']), [{ text: 'the fall of a town', kind: 'gloss' }])
})
