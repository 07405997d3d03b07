import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import { counted } from '@/i18n/format.ts';
import './chart.css';
import { useWidth } from './useWidth.ts';

const HEIGHT = 280;
const MARGIN = { top: 16, right: 16, bottom: 32, left: 48 };
const TICKS = 5;
/** Room one label of the x axis needs, in pixels. */
const LABEL = 72;

export interface ChartPoint {
  key: string;
  label: string;
  /** Null leaves a gap: nothing is drawn from the point before to the next. */
  value: number | null;
  /** Drawn hollow: something is to be said about it, which the table beside says. */
  marked: boolean;
}

interface Props {
  /** The whole of it in one sentence, for those who do not see it. */
  summary: string;
  points: ChartPoint[];
}

/** One figure over time. A picture: the numbers themselves belong in a table beside it. */
export function LineChart({ summary, points }: Props): ReactNode {
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <div ref={ref} className="chart">
      {width === 0 ? null : (
        <svg role="img" aria-label={summary} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
          <Plot points={points} width={width} />
        </svg>
      )}
    </div>
  );
}

function Plot({ points, width }: { points: ChartPoint[]; width: number }): ReactNode {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1, ...values)])
    .nice(TICKS)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const x = scalePoint()
    .domain(points.map((point) => point.key))
    .range([MARGIN.left, width - MARGIN.right]);
  const at = (point: ChartPoint): number => x(point.key) ?? MARGIN.left;
  const path = line<ChartPoint>()
    .defined((point) => point.value !== null)
    .x(at)
    .y((point) => y(point.value ?? 0))(points);
  const every = Math.max(1, Math.ceil((points.length * LABEL) / (width - MARGIN.left - MARGIN.right)));
  return (
    <>
      {y
        .ticks(TICKS)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line className={tick === 0 ? 'chart-zero' : 'chart-rule'} x1={MARGIN.left} x2={width - MARGIN.right} />
            <text className="chart-text" x={MARGIN.left - 8} dy="0.35em" textAnchor="end">
              {counted(tick)}
            </text>
          </g>
        ))}
      {points.map((point, index) =>
        (points.length - 1 - index) % every === 0 ? (
          <text
            key={point.key}
            className="chart-text"
            x={at(point)}
            y={HEIGHT - 8}
            textAnchor={index === points.length - 1 && points.length > 1 ? 'end' : 'middle'}
          >
            {point.label}
          </text>
        ) : null,
      )}
      <path className="chart-line" d={path ?? ''} />
      {points.map((point) =>
        point.value === null ? null : (
          <circle
            key={point.key}
            className={point.marked ? 'chart-point chart-marked' : 'chart-point'}
            cx={at(point)}
            cy={y(point.value)}
            r={point.marked ? 5 : 3}
          >
            <title>{`${point.label} ${counted(point.value)}`}</title>
          </circle>
        ),
      )}
    </>
  );
}
